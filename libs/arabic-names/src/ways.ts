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
  for (let i = 0; i <= arabic.length; i += 1) passOn(arabic, latin, units, i);
  return sums[last] ?? 0;
}

/** The Arabic pieces of one and two letters that begin in a place, -1 for none, and where the factors of their units do. */
const row = { one: -1, two: -1, startNone: 0, startOne: 0, startTwo: 0 };

function enterRow({ pieces, starts }: CutWord, i: number): void {
  const at = i * (MOST_ARABIC + 1);
  row.one = pieces[at + 1] ?? -1;
  row.two = row.one < 0 ? -1 : (pieces[at + 2] ?? -1);
  row.startNone = starts[at] ?? 0;
  row.startOne = starts[at + 1] ?? 0;
  row.startTwo = starts[at + 2] ?? 0;
}

/** Passes on what was reached after `i` Arabic letters, over all units that begin there. */
function passOn(arabic: CutWord, latin: CutWord, units: Units, i: number): void {
  const least = (greatest[i] ?? 0) * BEAM;
  if (least === 0) return;
  enterRow(arabic, i);
  const floor = arabic.floors[i] ?? 0;
  const { floors } = latin;
  const width = latin.length + 1;
  for (let j = 0; j < width; j += 1) {
    const here = sums[i * width + j] ?? 0;
    if (here <= least || here < floor * (floors[j] ?? 0)) continue;
    passCell(latin, units, i, j, here);
  }
}

/** The same of what was reached after `j` Latin letters too. */
function passCell(
  { pieces, starts, length }: CutWord,
  units: Units,
  i: number,
  j: number,
  here: number,
): void {
  const { one, two, startNone, startOne, startTwo } = row;
  const first = j * (MOST_LATIN + 1);
  const from = i * (length + 1) + j;
  // Latin letters that stand for none are added one at a time: the next one from where this one leads.
  reach(units, 0, pieces[first + 1] ?? -1, startNone, starts[first + 1] ?? 0, here, from + 1, i);
  if (one < 0) return;
  for (let n = 0; n <= MOST_LATIN; n += 1) {
    const column = pieces[first + n] ?? -1;
    if (column < 0) continue;
    const start = starts[first + n] ?? 0;
    const to = from + length + 1 + n;
    reach(units, one, column, startOne, start, here, to, i + 1);
    if (two >= 0) reach(units, two, column, startTwo, start, here, to + length + 1, i + 2);
  }
}

/**
 * Adds to a cell what reaches it over the unit of two pieces, if there is one.
 * @param own where the factors of the Arabic piece begin; `other`, of the Latin one
 * @param rows Arabic letters that the cell comes after
 */
function reach(
  { grid: { glances, cells, columns }, arabic, latin }: Units,
  row: number,
  column: number,
  own: number,
  other: number,
  here: number,
  to: number,
  rows: number,
): void {
  if (column < 0 || ((glances[row] ?? 0) & (1 << (column & 31))) === 0) return;
  const cell = cells[row * columns + column] ?? -1;
  if (cell < 0) return;
  const factor = arabic.factors[own + placeInRow(cell)] ?? 0;
  const sum = (sums[to] ?? 0) + here * factor * (latin.factors[other + placeInColumn(cell)] ?? 0);
  sums[to] = sum;
  if (sum > (greatest[rows] ?? 0)) greatest[rows] = sum;
}
