import type { CollectionKind, MatchableEntry } from '@athar/registry';
import { EntrySides } from './entry-sides.js';

const entry = (id: string, kind: CollectionKind, matchable = true): MatchableEntry => ({
  id,
  revision: 1n,
  matchable,
  material: Buffer.from(id),
  document: {
    names: { given: 'شاهين', father: 'قمر', family: 'الظريفاني', mother: 'بدرية' },
    numbers: [],
    category: 'detainee',
    state: 'open',
  },
  collection: { id: kind, title: kind, kind },
});

const photo = entry('p', 'photo_archive');
const paper = entry('d', 'civil_records');

/** What an entry finds on the other side, with its weight. */
async function foundBy(
  sides: EntrySides,
  { id, collection }: MatchableEntry,
): Promise<[string, number][]> {
  const record = { id, name: 'شاهين قمر الظريفاني', motherName: 'بدرية' };
  const found = (await sides.facing({ collection }))?.search(record) ?? [];
  return found.map(({ entryId, centibits }) => [entryId, centibits]);
}

describe('photographs and documents in memory', () => {
  it('find each other and never their own side', async () => {
    const sides = new EntrySides();
    sides.apply([photo, entry('p2', 'photo_archive'), paper, entry('x', 'other')]);
    expect((await foundBy(sides, photo)).map(([id]) => id)).toEqual(['d']);
    expect((await foundBy(sides, paper)).map(([id]) => id)).toEqual(['p', 'p2']);
    expect(await sides.facing(entry('x', 'other'))).toBeUndefined();
  });

  it('weigh a pair the same from whichever side it is looked at', async () => {
    const sides = new EntrySides();
    const many = Array.from({ length: 1500 }, (_, n) => entry(`q${n}`, 'hospital_list'));
    sides.apply([photo, ...many]);
    const [fromPhoto] = await foundBy(sides, photo);
    const [fromPaper] = await foundBy(sides, paper);
    expect(fromPaper?.[1]).toBe(fromPhoto?.[1]);
  });

  it('lose what may not be matched any more', async () => {
    const sides = new EntrySides();
    sides.apply([photo, paper]);
    sides.apply([entry('d', 'civil_records', false)]);
    expect(await foundBy(sides, photo)).toEqual([]);
  });

  it('search what came or changed since they were searched last', async () => {
    const sides = new EntrySides();
    sides.apply([photo, paper]);
    await foundBy(sides, photo);
    sides.apply([paper, entry('d2', 'court_register')]);
    expect((await foundBy(sides, photo)).map(([id]) => id)).toEqual(['d', 'd2']);
  });
});
