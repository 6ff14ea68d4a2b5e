import {
  manifest,
  photographsIn,
  startPhotographs,
  type PhotographsApp,
} from '../support/photographs-app.js';
import { judgedElsewhere } from '../support/registry-sources.js';

let app: PhotographsApp;

beforeAll(async () => {
  app = await startPhotographs();
});
afterAll(() => app?.stop());

describe('a manifest of titles', () => {
  it('becomes entries: numbers begin again, and the photographer stays outside', async () => {
    const collection = await app.archive();
    const done = await app.bringTitles(collection, manifest);
    expect(done.counts).toMatchObject({ rows: 6, bad: 0, added: 6, changed: 0 });
    const entries = await app.entriesOf(collection);
    expect([...entries.keys()].sort()).toEqual([
      '1234 2013-05-03',
      '1234 2013-05-05',
      '1234 2013-08-03',
      '1234b 2013-05-03',
    ]);
    expect(await app.figures.ofCollection(app.steward, collection.id)).toEqual({
      ...{ photographs: 6, groups: 4, uncertainGroups: 0, entries: 4 },
    });
    for (const entry of entries.values()) {
      expect(JSON.stringify(entry.document)).not.toMatch(/samer|rami|سامر/);
      expect(entry.document.numbers[0]?.readOn).toBe('title');
    }
    expect(await app.figures.ofImport(app.steward, done.id)).toEqual({
      ...{ photographs: 6, groups: 4, entriesAdded: 4, entriesChanged: 0, entriesUnchanged: 0 },
      entriesKept: [],
    });
  });

  it('changes nothing the second time, and a corrected one changes what it must', async () => {
    const collection = await app.archive();
    await app.bringTitles(collection, manifest);
    const before = await app.entriesOf(collection);
    const again = await app.bringTitles(collection, manifest);
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 6 });
    expect(again.firstRevision).toBeNull();
    expect(await app.entriesOf(collection)).toEqual(before);
    const more = await app.bringTitles(collection, [...manifest, '1234 rami 05-08-2013 215']);
    expect(more.counts).toMatchObject({ added: 1, changed: 0, unchanged: 6 });
    const after = await app.entriesOf(collection);
    expect(photographsIn(after.get('1234 2013-08-03'))).toBe(2);
    expect(after.get('1234 2013-08-03')?.id).toBe(before.get('1234 2013-08-03')?.id);
    expect(after.get('1234 2013-05-03')).toEqual(before.get('1234 2013-05-03'));
    expect(await app.figures.ofImport(app.steward, more.id)).toMatchObject({
      ...{ entriesAdded: 0, entriesChanged: 1, entriesUnchanged: 3 },
    });
  });

  it('with ids moves a photograph whose title was corrected, and only that', async () => {
    const collection = await app.archive();
    const csv = (number: string) =>
      `id,title\n1,7 samer 03-05-2013 215\n2,7 samer 04-05-2013 215\n3,${number} samer 04-05-2013 215\n`;
    await app.bring(app.steward, collection.id, csv('7'), { kind: 'titles' });
    const before = await app.entriesOf(collection);
    expect(photographsIn(before.get('7 2013-05-03'))).toBe(3);
    const corrected = await app.bring(app.steward, collection.id, csv('8'), { kind: 'titles' });
    expect(corrected.counts).toMatchObject({ added: 0, changed: 1, unchanged: 2 });
    const after = await app.entriesOf(collection);
    expect(after.get('7 2013-05-03')?.id).toBe(before.get('7 2013-05-03')?.id);
    expect(photographsIn(after.get('7 2013-05-03'))).toBe(2);
    expect(photographsIn(after.get('8 2013-05-04'))).toBe(1);
  });

  it('tells of titles that no pattern reads, where and why, never what they say', async () => {
    const collection = await app.archive();
    const done = await app.bringTitles(collection, [
      '.:',
      'total 2',
      '12 samer 31-02-2013.jpg',
      '13 samer 01-02-2013.jpg',
    ]);
    expect(done.counts).toMatchObject({ rows: 2, bad: 1, added: 1 });
    const [error] = await app.errorsOf(app.steward, done.id);
    expect(error).toMatchObject({ row: 3, code: 'title-unread' });
    expect(error?.expected).toContain('character 10: date');
    expect(JSON.stringify(error)).not.toContain('samer');
  });

  it('tries without bringing in, and refuses as a whole where told so', async () => {
    const collection = await app.archive();
    const tried = await app.bringTitles(collection, manifest, { dryRun: true });
    expect(tried).toMatchObject({ state: 'previewed', counts: { added: 6 } });
    const refused = await app.bringTitles(collection, [...manifest, 'nothing'], {
      mode: 'all_or_nothing',
    });
    expect(refused).toMatchObject({ state: 'refused', counts: { bad: 1 } });
    expect((await app.entriesOf(collection)).size).toBe(0);
  });

  it('needs patterns, and a column of titles', async () => {
    const bare = await app.collection(app.steward);
    await expect(app.bringTitles(bare, manifest)).rejects.toMatchObject({
      code: 'title-patterns-missing',
    });
    const collection = await app.archive();
    await expect(
      app.bring(app.steward, collection.id, 'folder\n215\n', { kind: 'titles' }),
    ).rejects.toMatchObject({ code: 'title-column-missing' });
  });

  it('can be taken back: what it added goes, what it changed says again what it said', async () => {
    const collection = await app.archive();
    const csv = (number: string) =>
      `id,title\n1,7 samer 03-05-2013 215\n2,${number} samer 04-05-2013 215\n`;
    await app.bring(app.steward, collection.id, csv('7'), { kind: 'titles' });
    const before = await app.entriesOf(collection);
    const second = await app.bring(
      app.steward,
      collection.id,
      `${csv('9')}3,5 samer 04-05-2013 215\n`,
      {
        kind: 'titles',
      },
    );
    expect((await app.entriesOf(collection)).size).toBe(3);
    await app.imports.undo(app.steward, second.id);
    await app.imports.apply(app.steward.organisationId, second.id);
    expect((await app.imports.read(app.steward, second.id)).state).toBe('undone');
    const after = await app.entriesOf(collection);
    expect([...after].map(([key, entry]) => [key, entry.id, entry.document])).toEqual(
      [...before].map(([key, entry]) => [key, entry.id, entry.document]),
    );
  });

  it('gives place to a corrected one: what both name stays, the rest goes', async () => {
    const collection = await app.archive();
    const wrong = await app.bringTitles(collection, [
      '7 samer 03-05-2013 215',
      '8 samer 04-05-2013 215',
    ]);
    const before = await app.entriesOf(collection);
    await app.bringTitles(collection, ['7 samer 03-05-2013 215', '9 samer 04-05-2013 215']);
    await app.imports.undo(app.steward, wrong.id);
    await app.imports.apply(app.steward.organisationId, wrong.id);
    const after = await app.entriesOf(collection);
    expect([...after.keys()].sort()).toEqual(['7 2013-05-03', '9 2013-05-04']);
    expect(after.get('7 2013-05-03')).toEqual(before.get('7 2013-05-03'));
  });

  it('keeps what any list that stands names, whichever of them are undone first', async () => {
    const collection = await app.archive();
    const undo = async ({ id }: { id: string }) => {
      await app.imports.undo(app.steward, id);
      await app.imports.apply(app.steward.organisationId, id);
    };
    const bring = (number: string) =>
      app.bring(app.steward, collection.id, `id,title\n1,${number} samer 03-05-2013 215\n`, {
        kind: 'titles',
      });
    const [first, second, third] = [await bring('7'), await bring('7'), await bring('7')];
    const other = await bring('8');
    for (const one of [first, third, other]) await undo(one);
    expect([...(await app.entriesOf(collection)).keys()]).toEqual(['7 2013-05-03']);
    const counts = { photographs: 1, groups: 1 };
    expect(await app.figures.ofImport(app.steward, second.id)).toMatchObject(counts);
    await undo(second);
    expect((await app.entriesOf(collection)).size).toBe(0);
  });

  it('counts what a list named, though a later one named it as well', async () => {
    const collection = await app.archive();
    const first = await app.bringTitles(collection, manifest);
    await app.bringTitles(collection, manifest);
    expect(await app.figures.ofImport(app.steward, first.id)).toMatchObject({
      ...{ photographs: 6, groups: 4, entriesAdded: 4 },
    });
  });

  it('keeps what a later one has named, though that is still being brought in', async () => {
    const collection = await app.archive();
    const lines = Array.from({ length: 3 }, (_, at) => `${at + 7} samer 03-05-2013 215`);
    const older = await app.bringTitles(collection, lines);
    const newer = await app.bringTitles(collection, lines);
    const setState = (state: string) =>
      app.ask('UPDATE athar.imports SET state = $2 WHERE id = $1', [newer.id, state]);
    await setState('applying');
    await app.imports.undo(app.steward, older.id);
    await app.imports.apply(app.steward.organisationId, older.id);
    await setState('applied');
    expect(await app.figures.ofCollection(app.steward, collection.id)).toMatchObject({
      photographs: 3,
      entries: 3,
    });
  });

  it('keeps what was judged after it was asked to be taken back, and what came under legal hold', async () => {
    const collection = await app.archive();
    const one = await app.bringTitles(collection, manifest);
    await app.imports.undo(app.steward, one.id);
    const judged = (await app.entriesOf(collection)).get('1234 2013-05-03');
    await judgedElsewhere(app, judged?.id ?? '');
    await app.imports.apply(app.steward.organisationId, one.id);
    expect(await app.imports.read(app.steward, one.id)).toMatchObject({ state: 'undone' });
    const left = await app.entriesOf(collection);
    expect([...left]).toEqual([['1234 2013-05-03', judged]]);
    const two = await app.bringTitles(collection, ['5 samer 03-05-2013 215']);
    await app.imports.undo(app.steward, two.id);
    const { version } = await app.collections.read(app.steward, collection.id);
    await app.collections.update(app.steward, collection.id, version, { legalHold: true });
    await expect(app.imports.apply(app.steward.organisationId, two.id)).rejects.toMatchObject({
      code: 'under-legal-hold',
    });
    expect((await app.entriesOf(collection)).size).toBe(2);
  });

  it('keeps titles and patterns sealed', async () => {
    const collection = await app.collection(app.steward);
    const patterns = ['{number} photographername {date:dd-mm-yyyy} {branch}'];
    const saved = await app.titles.save(app.steward, collection.id, 1, { patterns });
    expect(saved.patterns).toEqual(patterns);
    await app.bringTitles(collection, ['4321 photographername 03-05-2013 215']);
    const rows = await app.ask<{ text: string }>(
      `SELECT encode(record, 'escape') AS text FROM athar.photographs WHERE collection_id = $1
       UNION ALL SELECT encode(record, 'escape') FROM athar.photograph_groups WHERE collection_id = $1
       UNION ALL SELECT encode(patterns, 'escape') FROM athar.title_settings WHERE collection_id = $1`,
      [collection.id],
    );
    expect(rows).toHaveLength(3);
    for (const { text } of rows) expect(text).not.toMatch(/photographername|4321/);
  });
});

describe('photographs and rows of one person', () => {
  it('are one entry where number, branch and days fit, whichever came first', async () => {
    const collection = await app.archive();
    const csv = 'detainee_number,branch,photo_date,given_name\n1234,215,2013-05-04,Amrun\n';
    await app.bring(app.steward, collection.id, csv);
    await app.bringTitles(collection, manifest);
    const joined = (await app.entriesOf(collection)).get('1234 2013-05-03');
    expect(joined?.document.names.given).toBe('Amrun');
    expect(photographsIn(joined)).toBe(3);
    expect(await app.figures.ofCollection(app.steward, collection.id)).toMatchObject({
      entries: 4,
    });
    const later = 'detainee_number,branch,photo_date,given_name\n1234,215,2013-08-04,Bashrun\n';
    await app.bring(app.steward, collection.id, later);
    const other = (await app.entriesOf(collection)).get('1234 2013-08-03');
    expect(other?.document.names.given).toBe('Bashrun');
  });
});
