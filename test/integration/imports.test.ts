import { ImportTargets } from '@athar/imports';
import { startShelf, words, type ShelfApp } from '../support/import-shelf.js';

let app: ShelfApp;
let imports: ShelfApp['imports'];
let shelf: ShelfApp['shelf'];
let caseworker: ShelfApp['caseworker'];
let receive: ShelfApp['receive'];
let apply: ShelfApp['apply'];

beforeAll(async () => {
  app = await startShelf();
  ({ imports, shelf, caseworker, receive, apply } = app);
});
afterAll(() => app?.stop());
beforeEach(() => {
  app.shelf.words.clear();
  app.shelf.inUse = false;
});

describe('an import of any kind', () => {
  it('knows at reception what only earlier rows tell, in dry runs too', async () => {
    const rows = Array.from({ length: 600 }, (_, n) => `w${n},${n % 599}\n`).join('');
    const dry = await receive(`word,shelf\n${rows}`, { dryRun: true });
    expect(dry.counts).toMatchObject({ rows: 600, bad: 1, added: 599 });
    const refused = await receive(`word,shelf\n${rows}`, { mode: 'all_or_nothing' });
    expect(refused.state).toBe('refused');
    const { items } = await imports.errors(caseworker, refused.id);
    expect(items).toMatchObject([{ row: 601, column: 'shelf', code: 'shelf-taken' }]);
  });

  it('keeps rows that turn out bad while they are applied, to be given back', async () => {
    const { id } = await receive('word\nquiet\nLOUD one\n');
    await apply(id);
    const view = await imports.read(caseworker, id);
    expect(view).toMatchObject({ state: 'applied', counts: { rows: 2, bad: 1, added: 1 } });
    expect(view.progress).toEqual({ received: 2, applied: 1, share: 1 });
    const rows = [];
    for await (const row of (await imports.badRows(caseworker, id, 'en')).rows) rows.push(row);
    expect(rows).toEqual([{ word: 'LOUD one', 'Why the row was refused': '"word": Too loud.' }]);
  });

  it('is undone by chunks, once, and the target hears of the end', async () => {
    const { id } = await receive(words(1200));
    await apply(id);
    expect(shelf.words.size).toBe(1200);
    shelf.inUse = true;
    await expect(imports.undo(caseworker, id)).rejects.toMatchObject({ code: 'in-use' });
    shelf.inUse = false;
    expect((await imports.undo(caseworker, id)).state).toBe('undoing');
    await apply(id);
    expect(await imports.read(caseworker, id)).toMatchObject({
      state: 'undone',
      counts: { added: 1200, undone: 1200, stayed: 0 },
    });
    expect(shelf.words.size).toBe(0);
    expect(shelf.settledWith.filter((settled) => settled === id)).toHaveLength(2);
    await expect(imports.undo(caseworker, id)).rejects.toMatchObject({ code: 'undone-already' });
  });

  it('that is cancelled while it is applied takes back what came in, where it may', async () => {
    for (const inUse of [false, true]) {
      shelf.words.clear();
      shelf.inUse = inUse;
      const { id } = await receive(words(1200));
      let asking = true;
      const cancelOnce = async () => {
        if (asking) await imports.cancel(caseworker, id);
        asking = false;
      };
      await imports.apply(caseworker.organisationId, id, cancelOnce);
      expect(await imports.read(caseworker, id)).toMatchObject({
        state: 'cancelled',
        counts: { added: 500, undone: inUse ? 0 : 500 },
      });
      expect(shelf.words.size).toBe(inUse ? 500 : 0);
    }
  });
});

it('a second target of a kind stops the start', () => {
  expect(() => app.app.get(ImportTargets).add(shelf)).toThrow('two import targets');
});
