import { ListsByNumber, Postings } from './postings.js';

function sorted(slots: readonly number[]): number[] {
  return [...slots].sort((a, b) => a - b);
}

describe('Postings by number', () => {
  test('keep the slots of each feature, whichever comes first', () => {
    const postings = new Postings(new ListsByNumber());
    postings.add(7, 1);
    postings.add(2, 5);
    postings.add(7, 3);
    expect(sorted(postings.of(7))).toEqual([1, 3]);
    expect(postings.of(2)).toEqual([5]);
    expect(postings.of(4)).toEqual([]);
    expect(postings.of(100)).toEqual([]);
  });

  test('forget a slot of one feature alone', () => {
    const postings = new Postings(new ListsByNumber());
    for (const slot of [1, 3, 5]) postings.add(0, slot);
    postings.add(1, 3);
    postings.remove(0, 3);
    postings.remove(0, 9);
    expect(sorted(postings.of(0))).toEqual([1, 5]);
    expect(postings.of(1)).toEqual([3]);
  });

  test('take in a feature again that had no slots left', () => {
    const postings = new Postings(new ListsByNumber());
    postings.add(3, 8);
    postings.remove(3, 8);
    expect(postings.of(3)).toEqual([]);
    postings.add(3, 4);
    expect(postings.of(3)).toEqual([4]);
  });
});
