import { ARABIC_ALPHABET, LATIN_ALPHABET } from './spelling.js';

/** Most letters of a unit: of its Arabic side, of its Latin side. */
export const MOST_ARABIC = 2;
export const MOST_LATIN = 3;

/** Codes of letters in a table of contexts; the two ends of a word have codes of their own. */
export const LETTER_CODES = 48;
export const WORD_START = 46;
export const WORD_END = 47;
/**
 * Weights that one unit has for all letters beside it: `LETTER_CODES` each for the letter before and
 * after it in the Arabic word, before and after it in the Latin word, in this order.
 */
export const CONTEXTS = 4 * LETTER_CODES;

const arabicCodes = new Map(Array.from(ARABIC_ALPHABET, (letter, code) => [letter, code]));
const latinCodes = new Map(Array.from(LATIN_ALPHABET, (letter, code) => [letter, code]));

/** Code of a letter of the sound model's alphabet; `WORD_END` for any other sign. */
export function codeOfLetter(letter: string, script: 'arabic' | 'latin'): number {
  return (script === 'arabic' ? arabicCodes : latinCodes).get(letter) ?? WORD_END;
}

/** The units that a model knows, numbered from 0 in the order given. */
export class SoundUnits {
  readonly rows = new Map([['', 0]]);
  readonly columns = new Map([['', 0]]);
  /** Row and column of each unit. */
  readonly cells: readonly (readonly [row: number, column: number])[];
  /** Number of the unit of a row and a column at `row * columns.size + column`; -1 where there is none. */
  readonly ids: Int16Array;

  /** @param names units as `arabic|latin`; at most 32,767 */
  constructor(readonly names: readonly string[]) {
    this.cells = names.map((name) => {
      const [arabic = '', latin = ''] = name.split('|');
      return [numberOf(this.rows, arabic), numberOf(this.columns, latin)];
    });
    this.ids = new Int16Array(this.rows.size * this.columns.size).fill(-1);
    this.cells.forEach(([row, column], id) => {
      this.ids[row * this.columns.size + column] = id;
    });
  }
}

function numberOf(pieces: Map<string, number>, piece: string): number {
  const known = pieces.get(piece) ?? pieces.size;
  pieces.set(piece, known);
  return known;
}

/**
 * Sides of the pairs that a model is of. A side is called by the script that its words have where there are two;
 * where both are Latin, `arabic` is but the first.
 */
export type Side = 'arabic' | 'latin';

/** A word in the codes of a set of units. */
export interface CodedWord {
  readonly length: number;
  /** Codes of its letters, with `WORD_START` before and `WORD_END` after: letter `at` is at `at + 1`. */
  readonly letters: Uint8Array;
  /** Row or column of the piece of `size` letters from `at`, at `at * (most + 1) + size`; -1 for none. */
  readonly pieces: Int16Array;
}

/** Codes a word spelled in the model's alphabet for a script, for one side of the units. */
export function codeWord(
  spelled: string,
  side: Side,
  { rows, columns }: SoundUnits,
  script: 'arabic' | 'latin' = side,
): CodedWord {
  const [known, most] = side === 'arabic' ? [rows, MOST_ARABIC] : [columns, MOST_LATIN];
  const { length } = spelled;
  const letters = new Uint8Array(length + 2).fill(WORD_END);
  letters[0] = WORD_START;
  const pieces = new Int16Array((length + 1) * (most + 1)).fill(-1);
  for (let at = 0; at <= length; at += 1) {
    if (at < length) letters[at + 1] = codeOfLetter(spelled.charAt(at), script);
    for (let size = 0; size <= most && at + size <= length; size += 1) {
      pieces[at * (most + 1) + size] = known.get(spelled.slice(at, at + size)) ?? -1;
    }
  }
  return { length, letters, pieces };
}
