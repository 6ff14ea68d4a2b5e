import type { Actor } from '@athar/access';
import type { ImportView } from '@athar/imports';
import { EntryHistory, HandCorrections } from '@athar/registry';
import { startRegistry, type RegistryApp } from '../support/registry-app.js';
import { SourceWork, judgedElsewhere } from '../support/registry-sources.js';

let app: RegistryApp;
let steward: Actor;
let work: SourceWork;

beforeAll(async () => {
  app = await startRegistry();
  steward = await app.member('steward');
  work = new SourceWork(app, steward);
});
afterAll(() => app?.stop());

const file = (...rows: string[]) => ['id,given_name,detainee_number', ...rows].join('\n');

/** Asks for the undoing of an import, and does what the worker does for it. */
async function undo(importId: string) {
  await app.imports.undo(steward, importId);
  await app.imports.apply(steward.organisationId, importId);
  return app.imports.read(steward, importId);
}

async function told(collectionId: string, after: bigint) {
  const { entries } = await app.registry.changes(after, 500);
  return entries
    .filter((entry) => entry.collection.id === collectionId)
    .map((entry) => [entry.document.names.given, entry.matchable]);
}

const namesOf = async (collectionId: string) =>
  (await work.entries(collectionId)).map(({ document }) => document.names.given);

describe('undoing an import', () => {
  it('takes its entries away and gives changed ones back what they said', async () => {
    const { id } = await app.collection(steward);
    await app.bring(steward, id, file('a,Amrun,11', 'b,Belun,12'));
    const second = await app.bring(steward, id, file('a,Amrum,11', 'b,Belun,12', 'c,Celun,13'));
    const before = await app.registry.currentRevision();
    expect(await undo(second.id)).toMatchObject({ state: 'undone' });
    expect(await namesOf(id)).toEqual(['Amrun', 'Belun']);
    const changes = await told(id, before);
    expect(changes).toHaveLength(2);
    expect(changes).toEqual(
      expect.arrayContaining([
        ['Amrun', true],
        ['Celun', false],
      ]),
    );
    const again = await app.bring(steward, id, file('a,Amrum,11', 'b,Belun,12', 'c,Celun,13'));
    expect(again.counts).toMatchObject({ added: 1, changed: 1, unchanged: 1 });
    expect(await namesOf(id)).toEqual(['Amrum', 'Belun', 'Celun']);
  });

  it('goes back import by import, to an empty collection in the end', async () => {
    const { id } = await app.collection(steward);
    const first = await app.bring(steward, id, file('a,Amrun,11', 'b,Belun,12'));
    const second = await app.bring(steward, id, file('a,Amrum,11'));
    await expect(app.imports.undo(steward, first.id)).rejects.toMatchObject({
      code: 'import-changed-since',
      kind: 'conflict',
    });
    await undo(second.id);
    await undo(first.id);
    expect(await work.entries(id)).toEqual([]);
  });

  it('keeps what a later list says as well, until that one is undone too', async () => {
    const { id } = await app.collection(steward);
    const first = await app.bring(steward, id, file('a,Amrun,11', 'b,Belun,12'));
    const second = await app.bring(steward, id, file('a,Amrun,11', 'c,Celun,13'));
    const third = await app.bring(steward, id, file('a,Amrum,11'));
    await undo(third.id);
    await undo(first.id);
    expect(await namesOf(id)).toEqual(['Amrun', 'Celun']);
    expect((await work.entries(id))[0]?.sources).toMatchObject([
      { importId: second.id, row: null },
    ]);
    await undo(second.id);
    expect(await work.entries(id)).toEqual([]);
  });

  it('keeps what any list that stands says, whichever of them are undone first', async () => {
    const { id } = await app.collection(steward);
    const same = file('a,Amrun,11');
    const first = await app.bring(steward, id, same);
    const second = await app.bring(steward, id, same);
    const third = await app.bring(steward, id, same);
    const other = await app.bring(steward, id, file('a,Amrum,11'));
    await undo(other.id);
    await undo(third.id);
    await undo(first.id);
    expect(await namesOf(id)).toEqual(['Amrun']);
    expect((await work.entries(id))[0]?.sources).toMatchObject([{ importId: second.id }]);
    await undo(second.id);
    expect(await work.entries(id)).toEqual([]);
  });

  it('counts each row as taken back or stayed, says why, and is done once', async () => {
    const { id } = await app.collection(steward);
    const same = file('a,Amrun,11', 'b,Belun,12');
    const first = await app.bring(steward, id, same, { fileName: 'first.csv' });
    const second = await app.bring(steward, id, same, { fileName: 'second.csv' });
    const named = ({ id: other, createdAt }: ImportView, fileName: string) => ({
      ...{ why: 'named-by-import', rows: 2, import: { id: other, fileName, createdAt } },
    });
    expect(await undo(first.id)).toMatchObject({
      counts: { added: 2, undone: 0, stayed: 2 },
      stayed: [named(second, 'second.csv')],
    });
    await expect(app.imports.undo(steward, first.id)).rejects.toMatchObject({
      ...{ code: 'undone-already', kind: 'conflict' },
    });
    const third = await app.bring(steward, id, same);
    expect(await undo(third.id)).toMatchObject({
      counts: { unchanged: 2, undone: 0, stayed: 2 },
      stayed: [named(second, 'second.csv')],
    });
    expect(await undo(second.id)).toMatchObject({
      ...{ counts: { unchanged: 2, undone: 2, stayed: 0 }, stayed: [] },
    });
    expect(await work.entries(id)).toEqual([]);
  });

  it('says of rows that were there without it that they were', async () => {
    const { id } = await app.collection(steward);
    await app.bring(steward, id, file('a,Amrun,11'));
    const second = await app.bring(steward, id, file('a,Amrun,11', 'b,Belun,12'));
    await app.bring(steward, id, file('a,Amrum,11'));
    expect(await undo(second.id)).toMatchObject({
      counts: { added: 1, unchanged: 1, undone: 1, stayed: 1 },
      stayed: [{ why: 'not-its-own', rows: 1, import: null }],
    });
  });

  it('is refused once a pair of it was judged, though a later list says the same', async () => {
    const { id } = await app.collection(steward);
    const same = file('a,Amrun,11', 'b,Belun,12');
    const first = await app.bring(steward, id, same);
    const second = await app.bring(steward, id, same);
    await judgedElsewhere(app, (await work.entries(id))[0]?.id ?? '');
    const judged = { code: 'import-judged' };
    await expect(app.imports.undo(steward, first.id)).rejects.toMatchObject(judged);
    expect(await undo(second.id)).toMatchObject({
      counts: { undone: 0, stayed: 2 },
      stayed: [{ why: 'named-by-import', import: { id: first.id } }],
    });
    await expect(app.imports.undo(steward, first.id)).rejects.toMatchObject(judged);
    expect(await namesOf(id)).toEqual(['Amrun', 'Belun']);
  });

  it('takes a file of more rows than a chunk back to the last one', async () => {
    const { id } = await app.collection(steward);
    const rows = Array.from({ length: 1100 }, (_, n) => `n${n},Amrun,${n}`);
    const done = await app.bring(steward, id, file(...rows));
    await undo(done.id);
    expect((await app.collections.read(steward, id)).entries).toBe(0);
  });

  it('leaves photographs without the names that a list had given them', async () => {
    const { id } = await app.collection(steward);
    await work.photographs(id, '11', '2013-05-02');
    const done = await app.bring(steward, id, file('a,Amrun,11'));
    expect(await namesOf(id)).toEqual(['Amrun']);
    await undo(done.id);
    expect(await namesOf(id)).toEqual([undefined]);
  });

  it('is refused once anyone judged a pair of it, in whichever organisation', async () => {
    const { id } = await app.collection(steward);
    const done = await app.bring(steward, id, file('a,Amrun,11', 'b,Belun,12'));
    const [entry] = await work.entries(id);
    await judgedElsewhere(app, entry?.id ?? '');
    await expect(app.imports.undo(steward, done.id)).rejects.toMatchObject({
      code: 'import-judged',
      kind: 'conflict',
    });
    expect(await namesOf(id)).toEqual(['Amrun', 'Belun']);
  });

  it('leaves what was judged after it had begun', async () => {
    const { id } = await app.collection(steward);
    const done = await app.bring(steward, id, file('a,Amrun,11', 'b,Belun,12'));
    await app.imports.undo(steward, done.id);
    const [entry] = await work.entries(id);
    await judgedElsewhere(app, entry?.id ?? '');
    await app.imports.apply(steward.organisationId, done.id);
    expect(await app.imports.read(steward, done.id)).toMatchObject({
      ...{ state: 'undone', counts: { undone: 1, stayed: 1 } },
      stayed: [{ why: 'worked-with', rows: 1, import: null }],
    });
    expect(await namesOf(id)).toEqual(['Amrun']);
  });

  it('is refused under legal hold, and where somebody corrected an entry of it', async () => {
    const held = await app.collection(steward, { legalHold: true });
    const one = await app.bring(steward, held.id, file('a,Amrun,11'));
    await expect(app.imports.undo(steward, one.id)).rejects.toMatchObject({
      code: 'under-legal-hold',
    });
    const { id } = await app.collection(steward);
    const two = await app.bring(steward, id, file('a,Amrun,11'));
    const [entry] = await work.entries(id);
    await app.context
      .get(HandCorrections)
      .save(steward, entry?.id ?? '', 1, { document: { branch: '215' }, reason: 'seen' });
    await expect(app.imports.undo(steward, two.id)).rejects.toMatchObject({
      code: 'import-changed-since',
    });
  });
});

describe('a correction by hand', () => {
  it('stands against a later file, with its reason in the history', async () => {
    const { id } = await app.collection(steward);
    const corrections = app.context.get(HandCorrections);
    const first = await app.bring(steward, id, file('a,Amrun,11'));
    const [entry] = await work.entries(id);
    const entryId = entry?.id ?? '';
    const correction = { document: { names: { given: 'Umrun' } }, reason: 'Misread card' };
    const view = await corrections.save(steward, entryId, entry?.version ?? 0, correction);
    expect(view).toMatchObject({ version: 2, document: { names: { given: 'Umrun' } } });
    await expect(corrections.save(steward, entryId, 1, correction)).rejects.toMatchObject({
      kind: 'precondition',
    });
    await app.bring(steward, id, file('a,Amron,12'));
    expect(await work.entries(id)).toMatchObject([
      { document: { names: { given: 'Umrun' }, numbers: [{ value: '12' }] } },
    ]);
    const history = await app.context.get(EntryHistory).read(steward, entryId, 'quality_check');
    expect(history.sources.map(({ kind, reason }) => [kind, reason])).toEqual([
      ['row', null],
      ['hand', 'Misread card'],
    ]);
    expect(history.earlier).toMatchObject([
      { importId: first.id, row: 2, ended: 'replaced', document: { names: { given: 'Amrun' } } },
    ]);
  });

  it('is for stewards of the organisation that keeps the collection', async () => {
    const { id } = await app.collection(steward);
    await app.bring(steward, id, file('a,Amrun,11'));
    const [entry] = await work.entries(id);
    const other = await app.member('steward');
    const reviewer = { ...steward, roles: ['reviewer'] as const };
    const correction = { document: { branch: '215' }, reason: 'seen' };
    const save = (actor: Actor) =>
      app.context.get(HandCorrections).save(actor, entry?.id ?? '', 1, correction);
    await expect(save(other)).rejects.toMatchObject({ code: 'collection-of-another' });
    await expect(save(reviewer)).rejects.toMatchObject({ kind: 'forbidden' });
  });

  it('and the import behind an entry are not told to other organisations', async () => {
    const { id } = await app.collection(steward);
    const done = await app.bring(steward, id, file('a,Amrun,11'));
    const [entry] = await work.entries(id);
    expect(entry?.sources).toMatchObject([{ importId: done.id, memberId: steward.memberId }]);
    const other = await app.member('steward');
    const read = await app.registry.readEntry(other, entry?.id ?? '', 'quality_check');
    expect(read.sources).toMatchObject([{ importId: null, row: null, memberId: null }]);
    const listed = (importId: string, actor: Actor) =>
      app.entries.list(actor, 'quality_check', { importId });
    expect((await listed(done.id, steward)).items).toHaveLength(1);
    expect((await listed(done.id, other)).items).toEqual([]);
  });
});

describe('lists of entries', () => {
  it('are cut down to those with a name or a number', async () => {
    const { id } = await app.collection(steward);
    await app.bring(steward, id, file('a,Amrun,', 'b,,12'));
    const listed = async (filter: object) =>
      (await app.entries.list(steward, 'quality_check', { collectionId: id, ...filter })).items.map(
        (item) => item.names.given,
      );
    expect(await listed({ hasName: true })).toEqual(['Amrun']);
    expect(await listed({ hasName: false })).toEqual([undefined]);
    expect(await listed({ hasNumber: false })).toEqual(['Amrun']);
    expect(await listed({ hasNumber: true, hasName: true })).toEqual([]);
  });
});
