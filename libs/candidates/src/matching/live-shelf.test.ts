import { MODEL_VERSION, snapshotFrequencies } from '@athar/matching';
import type { MatchableEntry } from '@athar/registry';
import { LiveShelf } from './live-shelf.js';

const GIVEN = ['سامر', 'رامي', 'نزار', 'مازن', 'وليد', 'عدنان', 'حاتم'];
const FAMILIES = ['الزهراوي', 'القصير', 'الطويل', 'مرقبي', 'الحلبي'];

/** An invented entry as it stands at a revision. */
function entry(n: number, revision = n, matchable = true): MatchableEntry {
  const names = {
    given: GIVEN[(n * 5 + revision) % 7] ?? '',
    father: GIVEN[(n + revision) % 7] ?? '',
    family: FAMILIES[(n + revision) % 5] ?? '',
  };
  return {
    id: `e${n}`,
    revision: BigInt(revision),
    matchable,
    material: Buffer.from(`${n} ${revision}`),
    document: { names, numbers: [], category: 'detainee', state: 'open' },
    collection: { id: 'c', title: 'Invented', kind: 'photo_archive' },
  };
}

const entries = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => entry(from + at));

/** Takes in pages of changes, each up to its last revision. */
async function shelfOf(...pages: MatchableEntry[][]): Promise<LiveShelf> {
  const shelf = new LiveShelf(1024);
  for (const page of pages) {
    shelf.apply(page, page.at(-1)?.revision ?? shelf.readThrough);
    await shelf.settle();
  }
  return shelf;
}

const search = (shelf: LiveShelf) =>
  shelf.index.search({ id: 'r', name: 'سامر يوسف القصير' }, { limit: 500 });

describe('LiveShelf', () => {
  it('counts names anew each time that the registry has doubled, and not before', async () => {
    const shelves = [63, 64, 127, 128, 200].map((size) => shelfOf(entries(1, size)));
    const models = (await Promise.all(shelves)).map(({ model }) => model);
    expect(models).toEqual([
      MODEL_VERSION,
      `${MODEL_VERSION}+registry-64`,
      `${MODEL_VERSION}+registry-64`,
      `${MODEL_VERSION}+registry-128`,
      `${MODEL_VERSION}+registry-128`,
    ]);
  });

  it('keeps what a name is worth as new entries come', async () => {
    const shelf = await shelfOf(entries(1, 130));
    const { frequencies } = shelf.index;
    shelf.apply(entries(131, 255), 255n);
    await shelf.settle();
    expect(shelf.index.frequencies).toBe(frequencies);
  });

  it('weighs by the names of the entries, so that one that many bear says less', async () => {
    const bits = (shelf: LiveShelf) => search(shelf)[0]?.centibits ?? 0;
    const general = await shelfOf(entries(1, 130));
    const counted = bits(general);
    general.index.weighBy(snapshotFrequencies([], 'none'));
    expect(counted).toBeLessThan(bits(general));
  });

  it('comes to the same whenever it was begun and however its changes were paged', async () => {
    const later = [entry(3, 301), entry(90, 302, false), entry(128, 303), entry(4, 304)];
    const pages = [entries(1, 70), entries(71, 150), later.slice(0, 1), later.slice(1)];
    const watched = await shelfOf(...pages);
    const gone = new Set(later.map(({ id }) => id));
    const left = entries(1, 150).filter(({ id }) => !gone.has(id));
    const begunLate = await shelfOf([...left, ...later]);
    expect(watched.model).toBe(begunLate.model);
    expect(watched.index.frequencies).toEqual(begunLate.index.frequencies);
    expect(search(watched)).toEqual(search(begunLate));
    expect([...watched.materials]).toEqual([...begunLate.materials]);
  });

  it('tells an edit of a counted entry, until names are counted anew, from entries that came', async () => {
    const shelf = await shelfOf(entries(1, 70));
    shelf.apply([entry(71)], 71n);
    expect(shelf.editedSinceCounted).toBe(false);
    shelf.apply([entry(3, 301)], 301n);
    expect(shelf.editedSinceCounted).toBe(true);
    await shelf.settle();
    expect(shelf.editedSinceCounted).toBe(false);
  });

  it('stands for no change that its names were not counted for', async () => {
    const shelf = await shelfOf(entries(1, 70));
    shelf.apply(entries(71, 128), 128n);
    const counting = shelf.settle();
    expect(shelf.readThrough).toBe(128n);
    expect([shelf.revision, shelf.model]).toEqual([70n, `${MODEL_VERSION}+registry-64`]);
    await counting;
    expect([shelf.revision, shelf.model]).toEqual([128n, `${MODEL_VERSION}+registry-128`]);
  });
});
