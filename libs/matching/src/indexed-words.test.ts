import { IndexedWords, type Feature } from './indexed-words.js';

const feature = (word: string): Feature => ({
  word,
  exact: [`=${word}`],
  near: [`~${word.charAt(0)}`],
});

describe('IndexedWords', () => {
  it('takes no more room than the words that records have, however often those change', () => {
    const words = new IndexedWords();
    const numbers = new Set<number>();
    let before = words.add(feature('first'), 0);
    for (let change = 0; change < 500; change += 1) {
      const number = words.add(feature(`word ${change}`), 0);
      words.remove(before, 0);
      numbers.add((before = number));
    }
    expect(numbers.size).toBeLessThanOrEqual(2);
  });

  it('gives a number used again to the new word alone', () => {
    const words = new IndexedWords();
    const old = words.add(feature('salt'), 7);
    words.remove(old, 7);
    const number = words.add(feature('tin'), 8);
    expect(number).toBe(old);
    expect(words.slotsOf(number)).toEqual([8]);
    expect(words.like(feature('salt'))).toEqual({ same: [], near: [] });
    expect(words.like(feature('tin')).same).toEqual([number]);
    expect(words.like(feature('tar')).near).toEqual([number]);
  });
});
