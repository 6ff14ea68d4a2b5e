import type { PlacedUnits } from './placed-units.js';
import { MOST_ARABIC, MOST_LATIN, type CodedWord } from './sound-units.js';
import { placeInColumn, placeInRow, type UnitGrid } from './unit-grid.js';

/** Most letters of a word on either side. */
export const MOST_LETTERS = 24;
/** Beginnings less likely than this share of the likeliest one after as many Arabic letters lead nowhere. */
const BEAM = 1e-5;

/** A word made ready to be cut into units. */
export interface CutWord extends CodedWord {
  /** `PlacedUnits.startsOf`. */
  readonly starts: Int32Array;
  /**
   * For each beginning of the word the least that a sum may be to lead anywhere, as the product of both words' floors.
   */
  readonly floors: Float64Array;
  /** Letters that it may begin without, and what that weighs. */
  readonly article: number;
  readonly articleLeftOut: number;
}

/** All units, and what they weigh beside the letters of either word. */
export interface Units {
  readonly grid: UnitGrid;
  readonly arabic: PlacedUnits;
  readonly latin: PlacedUnits;
}

const sums = new Float64Array((MOST_LETTERS + MOST_ARABIC + 1) * (MOST_LETTERS + MOST_LATIN + 1));

/** Sum over the likely ways to cut two words into units, each way weighing the product of its units. */
export function sumOfWays(arabic: CutWord, latin: CutWord, units: Units): number {
  const last = arabic.length * (latin.length + 1) + latin.length;
  for (let cell = 0; cell <= last; cell += 1) sums[cell] = 0;
  sums[arabic.article * (latin.length + 1)] = arabic.articleLeftOut;
  sums[latin.article] = latin.articleLeftOut;
  sums[0] = 1;
  passOn(arabic, latin, units);
  return sums[last] ?? 0;
}

/**
 * Passes on what was reached after each Arabic and each Latin letter, over all units that begin there. To compare words is
 * hardly anything but this: what stays the same is looked up before the loops. Every place read is within its array.
 */
function passOn(arabic: CutWord, latin: CutWord, units: Units): void {
  const { length: rows, pieces: ownPieces, starts: ownStarts, floors: ownFloors } = arabic;
  const { length, pieces, starts, floors } = latin;
  // The starts before the factors: these may be another array once a word has its starts.
  const [own, other] = [units.arabic.factors, units.latin.factors];
  const { cells, glances, glancesOfRow, columns } = units.grid;
  const width = length + 1;
  for (let i = 0; i <= rows; i += 1) {
    const least = greatestOf(i * width, width) * BEAM;
    if (least === 0) continue;
    const at = i * (MOST_ARABIC + 1);
    const pieceOne = ownPieces[at + 1] as number;
    const pieceTwo = pieceOne < 0 ? -1 : (ownPieces[at + 2] as number);
    const [rowOne, rowTwo] = [pieceOne * columns, pieceTwo * columns];
    const [glanceOne, glanceTwo] = [pieceOne * glancesOfRow, pieceTwo * glancesOfRow];
    const [startNone, startOne] = [ownStarts[at] as number, ownStarts[at + 1] as number];
    const startTwo = ownStarts[at + 2] as number;
    const floor = ownFloors[i] as number;
    for (let j = 0; j <= length; j += 1) {
      const from = i * width + j;
      const here = sums[from] as number;
      if (here <= least || here < floor * (floors[j] as number)) continue;
      const first = j * (MOST_LATIN + 1);
      // Latin letters that stand for none are added one at a time: the next one from where this one leads.
      const letter = pieces[first + 1] as number;
      const alone = letter < 0 ? -1 : (cells[letter] as number);
      if (alone >= 0) {
        const factor = here * (own[startNone + placeInRow(alone)] as number);
        const start = starts[first + 1] as number;
        const more = factor * (other[start + placeInColumn(alone)] as number);
        sums[from + 1] = (sums[from + 1] as number) + more;
      }
      const most = j + MOST_LATIN <= length ? MOST_LATIN : length - j;
      for (let n = 0; n <= most; n += 1) {
        const column = pieces[first + n] as number;
        if (column < 0) continue;
        const to = from + width + n;
        const start = starts[first + n] as number;
        const [glance, bit] = [column >> 5, 1 << (column & 31)];
        if (pieceOne >= 0 && ((glances[glanceOne + glance] as number) & bit) !== 0) {
          const unit = cells[rowOne + column] as number;
          const factor = here * (own[startOne + placeInRow(unit)] as number);
          const more = factor * (other[start + placeInColumn(unit)] as number);
          sums[to] = (sums[to] as number) + more;
        }
        if (pieceTwo >= 0 && ((glances[glanceTwo + glance] as number) & bit) !== 0) {
          const unit = cells[rowTwo + column] as number;
          const factor = here * (own[startTwo + placeInRow(unit)] as number);
          const more = factor * (other[start + placeInColumn(unit)] as number);
          sums[to + width] = (sums[to + width] as number) + more;
        }
      }
    }
  }
}

/** The greatest of the sums of one row, before they are passed on within it. */
function greatestOf(first: number, width: number): number {
  let most = 0;
  for (let cell = first; cell < first + width; cell += 1) {
    const sum = sums[cell] as number;
    if (sum > most) most = sum;
  }
  return most;
}
