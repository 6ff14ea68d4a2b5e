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
/** The greatest sum after so many Arabic letters. */
const greatest = new Float64Array(MOST_LETTERS + MOST_ARABIC + 1);

/** Sum over the likely ways to cut two words into units, each way weighing the product of its units. */
export function sumOfWays(arabic: CutWord, latin: CutWord, units: Units): number {
  const last = arabic.length * (latin.length + 1) + latin.length;
  for (let cell = 0; cell <= last; cell += 1) sums[cell] = 0;
  greatest.fill(0, 0, arabic.length + 1);
  const bare = arabic.article * (latin.length + 1);
  sums[bare] = arabic.articleLeftOut;
  greatest[arabic.article] = arabic.articleLeftOut;
  sums[latin.article] = latin.articleLeftOut;
  sums[0] = 1;
  greatest[0] = 1;
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
  const { cells, glances, columns } = units.grid;
  const width = length + 1;
  for (let i = 0; i <= rows; i += 1) {
    const least = (greatest[i] as number) * BEAM;
    if (least === 0) continue;
    const at = i * (MOST_ARABIC + 1);
    const pieceOne = ownPieces[at + 1] as number;
    const pieceTwo = pieceOne < 0 ? -1 : (ownPieces[at + 2] as number);
    const [rowOne, rowTwo] = [pieceOne * columns, pieceTwo * columns];
    const [glanceOne, glanceTwo] = [glanceOf(glances, pieceOne), glanceOf(glances, pieceTwo)];
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
      for (let n = 0; n <= MOST_LATIN; n += 1) {
        const column = pieces[first + n] as number;
        if (column < 0) continue;
        const to = from + width + n;
        const glance = 1 << (column & 31);
        if ((glanceOne & glance) !== 0) {
          const unit = cells[rowOne + column] as number;
          if (unit >= 0) {
            const factor = here * (own[startOne + placeInRow(unit)] as number);
            const start = starts[first + n] as number;
            reach(to, i + 1, factor * (other[start + placeInColumn(unit)] as number));
          }
        }
        if ((glanceTwo & glance) !== 0) {
          const unit = cells[rowTwo + column] as number;
          if (unit >= 0) {
            const factor = here * (own[startTwo + placeInRow(unit)] as number);
            const start = starts[first + n] as number;
            reach(to + width, i + 2, factor * (other[start + placeInColumn(unit)] as number));
          }
        }
      }
    }
  }
}

/** The columns that a piece has units with, by the last five bits of their numbers; none where the piece is none. */
function glanceOf(glances: Int32Array, piece: number): number {
  return piece < 0 ? 0 : (glances[piece] as number);
}

/** Adds to what is reached in a cell, which comes after so many Arabic letters. */
function reach(cell: number, letters: number, more: number): void {
  const sum = (sums[cell] as number) + more;
  sums[cell] = sum;
  if (sum > (greatest[letters] as number)) greatest[letters] = sum;
}
