import {
  CONTEXTS,
  LETTER_CODES,
  MOST_ARABIC,
  MOST_LATIN,
  type CodedWord,
} from '../src/sound-units.js';
import type { Factors } from './lattice.js';

/** Beginnings less likely than this share of the likeliest one after as many Arabic letters lead nowhere. */
const BEAM = 1e-5;

const sums = new Float64Array(32 * 32);

/**
 * Logarithm of the sum over the likely ways to cut two words, -80 where there is none: what `Lattice.fill` gives, but for
 * the unlikely ones, at less cost. Every place read is within its array.
 */
export function quickSum(arabic: CodedWord, latin: CodedWord, factors: Factors): number {
  const width = latin.length + 1;
  const last = arabic.length * width + latin.length;
  sums.fill(0, 0, last + 1);
  sums[0] = 1;
  for (let i = 0; i <= arabic.length; i += 1) {
    let most = 0;
    for (let j = 0; j < width; j += 1) most = Math.max(most, sums[i * width + j] as number);
    for (let j = 0; j < width; j += 1) {
      const here = sums[i * width + j] as number;
      if (here > most * BEAM) passOn(arabic, latin, i, j, here, factors);
    }
  }
  const sum = sums[last] as number;
  return sum > 0 ? Math.log(sum) : -80;
}

/** Passes on what was reached after so many Arabic and Latin letters, over all units that begin there. */
function passOn(
  arabic: CodedWord,
  latin: CodedWord,
  i: number,
  j: number,
  here: number,
  { units, unit, context }: Factors,
): void {
  const { ids, columns } = units;
  const known = columns.size;
  const width = latin.length + 1;
  const before = arabic.letters[i] as number;
  const beforeLatin = 2 * LETTER_CODES + (latin.letters[j] as number);
  const lastSize = Math.min(MOST_LATIN, latin.length - j);
  for (let m = 0; m <= MOST_ARABIC && i + m <= arabic.length; m += 1) {
    const row = arabic.pieces[i * (MOST_ARABIC + 1) + m] as number;
    if (row < 0) continue;
    const after = LETTER_CODES + (arabic.letters[i + m + 1] as number);
    for (let n = m === 0 ? 1 : 0; n <= lastSize; n += 1) {
      const column = latin.pieces[j * (MOST_LATIN + 1) + n] as number;
      const id = column < 0 ? -1 : (ids[row * known + column] as number);
      if (id < 0) continue;
      const first = id * CONTEXTS;
      const afterLatin = 3 * LETTER_CODES + (latin.letters[j + n + 1] as number);
      const own = (context[first + before] as number) * (context[first + after] as number);
      const other =
        (context[first + beforeLatin] as number) * (context[first + afterLatin] as number);
      const to = (i + m) * width + j + n;
      sums[to] = (sums[to] as number) + here * (unit[id] as number) * own * other;
    }
  }
}
