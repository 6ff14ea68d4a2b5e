import { bitsIn, CONSONANT_CODES, MOST_CONSONANTS, mostAlone, type Sieve } from './sieve.js';

/** Patterns of one length, side by side in memory: each consonant asked about is held against all at once. */
class Patterns {
  count = 0;
  /** By consonant of the other script, then by pattern: `Sieve.places`. */
  private readonly places = Array.from({ length: CONSONANT_CODES }, () => new Uint16Array(64));
  /** Numbers that the patterns have among those of all lengths. */
  private numbers = new Int32Array(64);
  private unmet = new Uint16Array(64);

  constructor(private readonly length: number) {}

  add({ places }: Sieve, number: number): void {
    if (this.count === this.numbers.length) this.grow();
    this.places.forEach((column, letter) => {
      column[this.count] = places[letter] ?? 0;
    });
    this.numbers[this.count] = number;
    this.count += 1;
  }

  /** Sets `passed` to 1 for the patterns that pass. */
  pass({ letters }: Sieve, passed: Uint8Array): void {
    const { count, length, unmet, numbers } = this;
    const most = mostAlone(letters.length + length);
    if (Math.abs(letters.length - length) > most) return;
    const all = (1 << length) - 1;
    unmet.fill(all, 0, count);
    for (const letter of letters) {
      const places = this.places[letter] ?? unmet;
      for (let at = 0; at < count; at += 1) {
        const before = unmet[at] ?? 0;
        const met = before & (places[at] ?? 0);
        unmet[at] = (before + met) | (before - met);
      }
    }
    const mostUnmet = (most - letters.length + length) / 2;
    for (let at = 0; at < count; at += 1) {
      if (bitsIn((unmet[at] ?? 0) & all) <= mostUnmet) passed[numbers[at] ?? 0] = 1;
    }
  }

  private grow(): void {
    const size = 2 * this.count;
    this.places.forEach((column, letter) => {
      const grown = new Uint16Array(size);
      grown.set(column);
      this.places[letter] = grown;
    });
    const numbers = new Int32Array(size);
    numbers.set(this.numbers);
    this.numbers = numbers;
    this.unmet = new Uint16Array(size);
  }
}

/** Many words of one script by their consonants: words that have the same are looked at once. */
export class SievedWords {
  private readonly numbers = new Map<string, number>();
  private readonly lengths = Array.from({ length: MOST_CONSONANTS + 1 }, (_, n) => new Patterns(n));
  private passed = new Uint8Array(64);

  /** Takes a word. @returns the number of its pattern, from 0 */
  add(sieve: Sieve): number {
    const key = String.fromCharCode(...sieve.letters);
    const known = this.numbers.get(key);
    if (known !== undefined) return known;
    const number = this.numbers.size;
    this.numbers.set(key, number);
    this.lengths[sieve.letters.length]?.add(sieve, number);
    return number;
  }

  /** For each pattern 1 where words of it may be one name with a word of the other script: see `mayBeOne`. Reused. */
  passing(asked: Sieve): Uint8Array {
    if (this.passed.length < this.numbers.size) this.passed = new Uint8Array(2 * this.numbers.size);
    this.passed.fill(0);
    for (const patterns of this.lengths) patterns.pass(asked, this.passed);
    return this.passed;
  }
}
