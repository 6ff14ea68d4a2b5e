import { spellForModel } from './alphabet.js';
import data from './arabic-model.json' with { type: 'json' };
import {
  arabicUnits,
  meetingLetters,
  MOST_UNIT_LETTERS,
  readBits,
  type UnitTable,
} from './arabic-units.js';
import { later } from './later.js';
import { mayBeOne, SoundSieve, type Sieve } from './sieve.js';

/** An Arabic word as integer codes: pieces by place and length. */
export interface CompiledToken {
  readonly spelled: string;
  readonly sieve: Sieve;
  readonly length: number;
  /** Bits of the letters alone, by their bigrams: what the word says whatever it meets. */
  readonly letterBits: number;
  /** `pieces[place * MOST_UNIT_LETTERS + length - 1]`, -1 where no unit has the piece. */
  readonly sameRows: Int16Array;
  readonly sameColumns: Int16Array;
}

const sieve = later(() => {
  const names = meetingLetters();
  const factors = names.map(() => 1);
  return new SoundSieve({ names }, factors, { arabic: 'arabic', latin: 'arabic' });
});
const bigrams = later(() => readBigrams(data.letters));

function readBigrams(lists: Readonly<Record<string, string>>): Map<string, number> {
  return new Map(
    Object.entries(lists).flatMap(([first, list]) =>
      readBits(list).map(([second, bits]): [string, number] => [first + second, bits]),
    ),
  );
}

/** Bits of a pair of letters that training never met. */
const UNKNOWN_LETTERS = 10;

function letterBits(spelled: string): number {
  const signs = `_${spelled}_`;
  let bits = 0;
  for (let at = 1; at < signs.length; at += 1) {
    bits += bigrams().get(signs.slice(at - 1, at + 1)) ?? UNKNOWN_LETTERS;
  }
  return bits;
}

function piecesOf(spelled: string, ids: ReadonlyMap<string, number>): Int16Array {
  const pieces = new Int16Array(spelled.length * MOST_UNIT_LETTERS).fill(-1);
  for (let at = 0; at < spelled.length; at += 1) {
    for (let count = 1; count <= MOST_UNIT_LETTERS && at + count <= spelled.length; count += 1) {
      pieces[at * MOST_UNIT_LETTERS + count - 1] = ids.get(spelled.slice(at, at + count)) ?? -1;
    }
  }
  return pieces;
}

/** Longer words are cut: time grows with the product of the lengths. */
const MOST_LETTERS = 24;

/** A folded Arabic word made ready to be compared; null where it has no letter that the model knows. */
export function compileToken(folded: string): CompiledToken | null {
  const spelled = spellForModel(folded.slice(0, MOST_LETTERS), 'arabic');
  if (spelled === '') return null;
  return {
    spelled,
    sieve: sieve().of(spelled, 'arabic'),
    length: spelled.length,
    letterBits: letterBits(spelled),
    sameRows: piecesOf(spelled, arabicUnits().rows),
    sameColumns: piecesOf(spelled, arabicUnits().columns),
  };
}

const width = MOST_LETTERS + 1;
const sums = new Float64Array(width * width);

/**
 * Passes what is reached in one row of `sums` on, over a piece of the row's word with each piece of the
 * column's word in turn.
 * @param from first cell of the row
 * @param to first cell of the row that the piece leads to; `from` for the empty piece
 * @param row the piece, as a row of the table
 */
function passOn(
  from: number,
  to: number,
  row: number,
  { shares, lengths, columns: { size } }: UnitTable,
  pieces: Int16Array,
  columns: number,
): void {
  const first = row * size;
  const known = lengths[row] ?? 0;
  const alone = to === from ? 0 : (shares[first] ?? 0);
  for (let j = 0; j <= columns; j += 1) {
    const here = sums[from + j] ?? 0;
    if (here === 0) continue;
    sums[to + j] = (sums[to + j] ?? 0) + here * alone;
    const most = Math.min(MOST_UNIT_LETTERS, columns - j);
    for (let n = 1; n <= most; n += 1) {
      if ((known & (1 << n)) === 0) continue;
      const piece = pieces[j * MOST_UNIT_LETTERS + n - 1] ?? -1;
      if (piece < 0) continue;
      const cell = to + j + n;
      sums[cell] = (sums[cell] ?? 0) + here * (shares[first + piece] ?? 0);
    }
  }
}

/** Probability of two words by the units of a table: all ways to cut them into units, summed. */
function jointShare(
  rowPieces: Int16Array,
  rows: number,
  columnPieces: Int16Array,
  columns: number,
  table: UnitTable,
): number {
  for (let i = 0; i <= rows; i += 1) sums.fill(0, i * width, i * width + columns + 1);
  sums[0] = 1;
  for (let i = 0; i <= rows; i += 1) {
    const from = i * width;
    // The empty piece first: it leads on within the row.
    passOn(from, from, 0, table, columnPieces, columns);
    const most = Math.min(MOST_UNIT_LETTERS, rows - i);
    for (let m = 1; m <= most; m += 1) {
      const piece = rowPieces[i * MOST_UNIT_LETTERS + m - 1] ?? -1;
      if (piece < 0) continue;
      passOn(from, from + m * width, piece, table, columnPieces, columns);
    }
  }
  return sums[rows * width + columns] ?? 0;
}

/** Where no units explain two words, or a glance at their consonants shows that they are hardly one. */
const NO_JOINT = 999;

/** Bits of two Arabic words together, by the sounds that they share: great where none explain both. */
export function jointBits(a: CompiledToken, b: CompiledToken): number {
  if (!mayBeOne(a.sieve, b.sieve)) return NO_JOINT;
  const share = jointShare(a.sameRows, a.length, b.sameColumns, b.length, arabicUnits());
  return share > 0 ? -Math.log2(share) : NO_JOINT;
}
