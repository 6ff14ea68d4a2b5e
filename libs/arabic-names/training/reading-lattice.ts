import { MOST_READ } from '../src/reading-model.js';
import { MOST_LETTERS } from '../src/ways.js';

/** Chance that the Latin letter `at` is read as `size` letters of the Arabic word from `from`. */
export type ChanceOf = (at: number, from: number, size: number) => number;

/** All ways to share an Arabic word out over the letters of a Latin one, summed from both ends (Baum and Welch). */
export class ReadingLattice {
  private readonly forward = new Float64Array((MOST_LETTERS + 1) ** 2);
  private readonly backward = new Float64Array((MOST_LETTERS + 1) ** 2);
  private length = 0;
  private total = 0;

  /**
   * @param length letters of the Arabic word
   * @param letters letters of the Latin word
   * @returns the chance of the Arabic word; 0 where it is no reading
   */
  sum(length: number, letters: number, chance: ChanceOf): number {
    this.length = length;
    this.forward.fill(0, 0, (length + 1) * (letters + 1));
    this.backward.fill(0, 0, (length + 1) * (letters + 1));
    this.sumForward(letters, chance);
    this.sumBackward(letters, chance);
    this.total = this.forward[letters * (length + 1) + length] as number;
    return this.total;
  }

  /** Says of each reading of the letter `at` how much of the sum goes over it. */
  share(at: number, chance: ChanceOf, say: (from: number, size: number, share: number) => void) {
    const width = this.length + 1;
    for (let from = 0; from <= this.length; from += 1) {
      const here = (this.forward[at * width + from] as number) / this.total;
      if (here === 0) continue;
      for (let size = 0; size <= MOST_READ && from + size <= this.length; size += 1) {
        const rest = this.backward[(at + 1) * width + from + size] as number;
        if (rest > 0) say(from, size, here * rest * chance(at, from, size));
      }
    }
  }

  private sumForward(letters: number, chance: ChanceOf): void {
    const { forward, length } = this;
    const width = length + 1;
    forward[0] = 1;
    for (let at = 0; at < letters; at += 1) {
      for (let from = 0; from <= length; from += 1) {
        const here = forward[at * width + from] as number;
        if (here === 0) continue;
        for (let size = 0; size <= MOST_READ && from + size <= length; size += 1) {
          const to = (at + 1) * width + from + size;
          forward[to] = (forward[to] as number) + here * chance(at, from, size);
        }
      }
    }
  }

  private sumBackward(letters: number, chance: ChanceOf): void {
    const { backward, length } = this;
    const width = length + 1;
    backward[letters * width + length] = 1;
    for (let at = letters - 1; at >= 0; at -= 1) {
      for (let from = 0; from <= length; from += 1) {
        let sum = 0;
        for (let size = 0; size <= MOST_READ && from + size <= length; size += 1) {
          const rest = backward[(at + 1) * width + from + size] as number;
          if (rest > 0) sum += rest * chance(at, from, size);
        }
        backward[at * width + from] = sum;
      }
    }
  }
}
