import { wordSimilarity } from './compare-tokens.js';
import type { ComparableWord } from './token-facts.js';

/** Words met of which room is made at first; a power of two. */
const FIRST_ROOM = 64;

/** Counts what several tables hold together. */
export interface Counter {
  count: number;
}

/** Places in a table of so many, a power of two: neighbours in number stand apart. */
function placeOf(word: number, room: number): number {
  return (Math.imul(word, 0x9e3779b1) >>> 8) & (room - 1);
}

/**
 * One word's similarities with the few words of a vocabulary that it meets, in a small table that stays at hand: names
 * that are compared with one another have most of their words in common.
 */
export class MetSimilarities {
  /** Numbers of words, one more than they are; 0 where free. */
  private words = new Int32Array(FIRST_ROOM);
  private values = new Float32Array(FIRST_ROOM);
  private count = 0;

  /**
   * @param all the words of the vocabulary by number
   * @param inAll counts the room that is made
   */
  constructor(
    private readonly own: ComparableWord,
    private readonly all: readonly ComparableWord[],
    private readonly inAll: Counter,
  ) {
    inAll.count += FIRST_ROOM;
  }

  at(word: number): number {
    const { words } = this;
    const room = words.length;
    let place = placeOf(word, room);
    for (;;) {
      const there = words[place] ?? 0;
      if (there === word + 1) return this.values[place] ?? 0;
      if (there === 0) return this.enter(word);
      place = (place + 1) & (room - 1);
    }
  }

  private enter(word: number): number {
    const other = this.all[word];
    const similarity = other === undefined ? 0 : wordSimilarity(this.own, other);
    if (2 * this.count >= this.words.length) this.grow();
    this.put(word, similarity);
    return similarity;
  }

  private put(word: number, similarity: number): void {
    const room = this.words.length;
    let place = placeOf(word, room);
    while (this.words[place] !== 0) place = (place + 1) & (room - 1);
    this.words[place] = word + 1;
    this.values[place] = similarity;
    this.count += 1;
  }

  private grow(): void {
    const { words, values } = this;
    this.inAll.count += words.length;
    this.words = new Int32Array(2 * words.length);
    this.values = new Float32Array(2 * words.length);
    this.count = 0;
    words.forEach((word, place) => {
      if (word !== 0) this.put(word - 1, values[place] ?? 0);
    });
  }
}
