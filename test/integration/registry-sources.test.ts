import type { Actor } from '@athar/access';
import type { MatchableEntry } from '@athar/registry';
import { startRegistry, type RegistryApp } from '../support/registry-app.js';
import { SourceWork } from '../support/registry-sources.js';

let app: RegistryApp;
let steward: Actor;
let work: SourceWork;

beforeAll(async () => {
  app = await startRegistry();
  steward = await app.member('steward');
  work = new SourceWork(app, steward);
});
afterAll(() => app?.stop());

const numbered = (...rows: string[]) =>
  ['detainee_number,branch,photo_date,given_name', ...rows].join('\n');

const bring = async (collectionId: string, text: string, dryRun = false) => {
  const done = await app.bring(steward, collectionId, text, { dryRun });
  return { ...done, errors: await app.errorsOf(steward, done.id) };
};

const namesOf = async (collectionId: string) =>
  (await work.entries(collectionId)).map(({ document }) => document.names.given);

async function follow(after: bigint): Promise<MatchableEntry[]> {
  return (await app.registry.changes(after, 500)).entries;
}

describe('a number that was given again', () => {
  it('is another person where the photographs are days apart, in one file and over several', async () => {
    const { id } = await app.collection(steward);
    const text = numbered('٢٣٥,215,2013-05-02,Amrun', '235,215,2014-01-09,Belun');
    expect((await bring(id, text)).counts).toMatchObject({ added: 2, bad: 0 });
    const again = await bring(id, numbered('235,215,2014-01-09,Belun', '٢٣٥,215,2013-05-02,Amrun'));
    expect(again.counts).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(again.lastRevision).toBeNull();
    const third = await bring(id, numbered('235,215,2015-03-01,Celun'));
    expect(third.counts).toMatchObject({ added: 1, changed: 0 });
    expect(await namesOf(id)).toEqual(['Amrun', 'Belun', 'Celun']);
  });

  it('is the same person in a corrected file, though the day was corrected too', async () => {
    const { id } = await app.collection(steward);
    await bring(id, numbered('235,215,2013-05-02,Amrun', '235,215,2014-01-09,Belun'));
    const text = numbered('235,215,2013-05-04,Amrum', '235,215,2014-01-09,Belun');
    expect((await bring(id, text, true)).counts).toMatchObject({ added: 0, changed: 1 });
    expect((await bring(id, text)).counts).toMatchObject({ added: 0, changed: 1, unchanged: 1 });
    expect((await bring(id, text)).counts).toMatchObject({ added: 0, changed: 0, unchanged: 2 });
    expect(await namesOf(id)).toEqual(['Amrum', 'Belun']);
  });

  it('takes a row without a day only while one person has it, and says what to add', async () => {
    const { id } = await app.collection(steward);
    await bring(id, numbered('235,215,2013-05-02,Amrun'));
    const known = await bring(id, numbered('235,215,,Amrum'));
    expect(known.counts).toMatchObject({ added: 0, changed: 1, bad: 0 });
    await bring(id, numbered('235,215,2013-05-02,Amrum'));
    await bring(id, numbered('235,215,2014-01-09,Belun'));
    const unclear = await bring(id, numbered('235,215,,Amrum', '236,215,,Celun'));
    expect(unclear.counts).toMatchObject({ added: 1, bad: 1 });
    expect(unclear.errors).toMatchObject([
      { row: 2, column: 'photo_date', code: 'number-ambiguous' },
    ]);
    expect(unclear.errors[0]?.expected).toContain('2 people');
    expect(unclear.errors[0]?.expected).toContain('2013-05-02; 2014-01-09');
    expect(unclear.errors[0]?.fix).toContain('photo date');
  });

  it('is refused twice in one file where nothing tells the two apart', async () => {
    const { id } = await app.collection(steward);
    const text = numbered('235,215,2013-05-02,Amrun', '235,215,2013-05-03,Belun', '235,227,,Celun');
    const done = await bring(id, text);
    expect(done.counts).toMatchObject({ added: 2, bad: 1 });
    expect(done.errors).toMatchObject([{ row: 3, code: 'number-ambiguous' }]);
    expect(done.errors[0]?.expected).toContain('row 2');
  });

  it('has as many days between as the steward says', async () => {
    const { id } = await app.collection(steward, { numberWindowDays: 0 });
    const text = numbered('235,215,2013-05-02,Amrun', '235,215,2013-05-03,Belun');
    expect((await bring(id, text)).counts).toMatchObject({ added: 2, bad: 0 });
  });
});

describe('a row and photographs with one number', () => {
  it('become one entry, whichever comes first', async () => {
    const { id } = await app.collection(steward);
    await work.photographs(id, '235', '2013-05-02', '215');
    await work.photographs(id, '235', '2014-01-09', '215');
    const before = await app.registry.currentRevision();
    expect((await bring(id, numbered('٢٣٥,215,2013-05-03,Amrun'))).counts).toMatchObject({
      added: 0,
      changed: 1,
    });
    const [joined, other, ...more] = await work.entries(id);
    expect(more).toEqual([]);
    expect(joined?.document).toMatchObject({
      names: { given: 'Amrun' },
      photoDates: ['2013-05-03', '2013-05-02'],
    });
    expect(other?.document.names).toEqual({});
    expect((await follow(before)).map((entry) => entry.id)).toEqual([joined?.id]);
    expect(joined?.sources.map(({ kind, row }) => [kind, row])).toEqual([
      ['photographs', null],
      ['row', 2],
    ]);
    expect(joined?.provenance['names.given']).toEqual([joined?.sources[1]?.id]);
  });

  it('are told by the number’s holders where photographs come later', async () => {
    const { id } = await app.collection(steward);
    await bring(id, numbered('235,215,2013-05-03,Amrun', '235,215,2014-01-09,Belun'));
    const [near, far] = await work.entries(id);
    const query = { number: '2-3-5', branch: '215', dates: ['2013-05-02'] };
    const [holders = []] = await work.inside((sources, manager, seal) =>
      sources.resolveByNumber(manager, seal, id, [query]),
    );
    expect(holders.map(({ entryId, fits }) => [entryId, fits])).toEqual([
      [near?.id, true],
      [far?.id, false],
    ]);
    const { revisions } = await work.put({
      ...{ collectionId: id, kind: 'photographs', identity: 'g', entryId: near?.id },
      document: { numbers: [{ value: '235', readOn: 'title' }], photoDates: ['2013-05-02'] },
    });
    expect(revisions).not.toBeNull();
    expect(await namesOf(id)).toEqual(['Amrun', 'Belun']);
  });

  it('stay apart where the row cannot tell which of two it means, unless it has an id', async () => {
    const { id } = await app.collection(steward);
    await work.photographs(id, '235', '2013-05-02', '215');
    await work.photographs(id, '235', '2014-01-09', '215');
    const unclear = await bring(id, numbered('235,215,,Amrun'));
    expect(unclear.counts).toMatchObject({ added: 0, bad: 1 });
    const text = 'id,detainee_number,branch,given_name\na,235,215,Amrun';
    expect((await bring(id, text)).counts).toMatchObject({ added: 1, bad: 0 });
    expect(await work.entries(id)).toHaveLength(3);
  });
});

describe('what an entry says', () => {
  it('changes no revision and no material digest where a source says nothing new', async () => {
    const { id } = await app.collection(steward);
    await bring(id, numbered('235,215,2013-05-02,Amrun'));
    const [entry] = await work.entries(id);
    const digest = async () =>
      (await app.registry.changes(0n, 500)).entries.find((one) => one.id === entry?.id)?.material;
    const before = await digest();
    const written = await work.put({
      ...{ collectionId: id, kind: 'photographs', identity: 'g', entryId: entry?.id },
      document: { numbers: [{ value: '235' }], photoDates: ['2013-05-02'] },
    });
    expect(written).toMatchObject({ revisions: null, sources: [{ outcome: 'added' }] });
    const placed = await work.put({
      ...{ collectionId: id, kind: 'photographs', identity: 'g', entryId: entry?.id },
      document: { numbers: [{ value: '235', readOn: 'title' }], photoDates: ['2013-05-02'] },
    });
    expect(placed.revisions).not.toBeNull();
    expect(await digest()).toEqual(before);
  });

  it('goes with its last source, is kept, and is told to the matcher', async () => {
    const { id } = await app.collection(steward);
    const { sources: written } = await work.photographs(id, '235', '2013-05-02');
    const [source] = written;
    const before = await app.registry.currentRevision();
    await work.inside((sources, manager, seal) =>
      sources.remove(manager, seal, [source?.sourceId ?? ''], { memberId: steward.memberId }),
    );
    expect(await work.entries(id)).toEqual([]);
    expect((await app.collections.read(steward, id)).entries).toBe(0);
    expect(await follow(before)).toMatchObject([{ id: source?.entryId, matchable: false }]);
    const gone = await app.registry.readEntry(steward, source?.entryId ?? '', 'quality_check');
    expect(gone.removedAt).not.toBeNull();
  });

  it('goes along when a source is moved to another entry or to one of its own', async () => {
    const { id } = await app.collection(steward);
    const one = (await work.photographs(id, '235', '2013-05-02')).sources[0];
    const two = (await work.photographs(id, '235', '2014-01-09')).sources[0];
    const move = (sourceId = '', entryId?: string) =>
      work.inside((sources, manager, seal) =>
        sources.move(manager, seal, [{ sourceId, entryId }], { memberId: steward.memberId }),
      );
    await move(two?.sourceId, one?.entryId);
    const [joined, ...more] = await work.entries(id);
    expect(more).toEqual([]);
    expect(joined?.document.photoDates).toEqual(['2013-05-02', '2014-01-09']);
    await move(two?.sourceId);
    const apart = await work.entries(id);
    expect(apart.map(({ document }) => document.photoDates)).toEqual([
      ['2013-05-02'],
      ['2014-01-09'],
    ]);
    const other = await app.collection(steward);
    const foreign = (await work.photographs(other.id, '1', '2013-05-02')).sources[0];
    await expect(move(foreign?.sourceId, one?.entryId)).rejects.toMatchObject({
      code: 'entry-not-found',
    });
  });
});
