import { withOwner } from '@athar/persistence';
import { asked, startShelf, words, type ShelfApp } from '../support/import-shelf.js';
import { bytesOf } from '../support/registry-app.js';

let app: ShelfApp;
let imports: ShelfApp['imports'];
let caseworker: ShelfApp['caseworker'];
let receive: ShelfApp['receive'];
let apply: ShelfApp['apply'];

beforeAll(async () => {
  app = await startShelf();
  ({ imports, caseworker, receive, apply } = app);
});
afterAll(() => app?.stop());
beforeEach(() => {
  app.shelf.words.clear();
  app.shelf.inUse = false;
});

async function* brokenAfter(text: string): AsyncGenerator<Uint8Array> {
  yield* bytesOf(text);
  throw new Error('The line went dead.');
}

describe('bad rows', () => {
  const badRowsOf = async (id: string) => {
    const rows = [];
    for await (const row of (await imports.badRows(caseworker, id, 'en')).rows) rows.push(row);
    return rows;
  };
  const ended = (id: string, ago: string) =>
    withOwner(app.database.urls.owner, (manager) =>
      manager.query('UPDATE imports SET finished_at = now() - $2::interval WHERE id = $1', [
        id,
        ago,
      ]),
    );

  it('are kept for a month after the end of their import, and what was wrong beyond', async () => {
    const { id } = await receive('word\nquiet\nLOUD one\n');
    expect((await imports.read(caseworker, id)).badRowsUntil).toBeNull();
    await apply(id);
    await ended(id, '29 days');
    await imports.sweep();
    expect(await badRowsOf(id)).toHaveLength(1);
    await ended(id, '31 days');
    await imports.sweep();
    expect(await badRowsOf(id)).toEqual([]);
    expect((await imports.errors(caseworker, id)).items).toHaveLength(1);
    const { badRowsUntil, finishedAt } = await imports.read(caseworker, id);
    const days = (Date.parse(badRowsUntil ?? '') - Date.parse(finishedAt ?? '')) / 86_400_000;
    expect(days).toBe(30);
  });

  it('go at once with an import that is undone', async () => {
    const { id } = await receive('word\nquiet\nLOUD one\n');
    await apply(id);
    await imports.undo(caseworker, id);
    await apply(id);
    expect(await badRowsOf(id)).toEqual([]);
    expect((await imports.read(caseworker, id)).badRowsUntil).toBeNull();
  });
});

describe('a request for an import with the key of an earlier one', () => {
  const key = { idempotencyKey: 'the same request again' };

  it('gives the import of the first where the file is the same, and refuses another', async () => {
    const { id } = await receive(words(700), key);
    expect((await receive(words(700), key)).id).toBe(id);
    // Alike up to the last of its rows.
    const other = receive(`${words(699)}other\n`, key);
    await expect(other).rejects.toMatchObject({ code: 'idempotency-key-reused' });
    expect((await imports.read(caseworker, id)).counts.rows).toBe(700);
  });

  it('tells how the first stands where its file never came whole', async () => {
    const again = { idempotencyKey: 'a broken upload' };
    const broken = imports.receive(caseworker, { ...asked, ...again }, brokenAfter(words(600)));
    await expect(broken).rejects.toMatchObject({ code: 'upload-interrupted' });
    expect(await receive(words(700), again)).toMatchObject({ state: 'failed' });
  });
});
