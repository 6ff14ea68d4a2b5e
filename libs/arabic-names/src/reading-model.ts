import { unpackWeights } from './packed.js';
import { codeOfLetter, LETTER_CODES, WORD_END, WORD_START } from './sound-units.js';
import { LATIN_ALPHABET } from './spelling.js';

/** Letters on either side of a Latin letter by which it is read. */
export const READ_AROUND = 3;
/** Letters that one is read by: those around it and itself. */
export const WINDOW = 2 * READ_AROUND + 1;
/** Most Arabic letters that one Latin letter is read as. */
export const MOST_READ = 2;
/** Places for the readings of one letter; the last stands for all that it is never read as. */
export const SLOTS = 32;
export const NEVER = SLOTS - 1;

/** The weights of a model of readings, as training wrote them. */
export interface ReadingModelData {
  /** For each Latin letter what it may be read as, separated by commas: nothing first. */
  readonly readings: Readonly<Record<string, string>>;
  /** By place in the window, letter and hidden unit. */
  readonly window: string;
  /** By reading of each letter, in the order of `readings`, and hidden unit. */
  readonly output: string;
  /** By reading of each letter. */
  readonly bias: string;
}

/** What Latin letters may be read as. */
export class Readings {
  /** The number of each piece that some letter is read as; 0 is nothing. */
  readonly pieces = new Map([['', 0]]);
  /** By code of a Latin letter: where its readings begin among those of all letters, and how many there are. */
  readonly first = new Int32Array(LETTER_CODES);
  readonly count = new Int32Array(LETTER_CODES);
  /** By code of a Latin letter and number of a piece, of which the last is any that is no reading: its slot, or `NEVER`. */
  readonly slots: Uint8Array;
  /** Numbers of pieces, and that of a piece that no letter is read as. */
  readonly width: number;
  /** Readings of all letters. */
  readonly all: number;

  /** @param readings as `ReadingModelData` has them; at most `NEVER` a letter */
  constructor(readings: Readonly<Record<string, string>>) {
    const lists = Array.from(LATIN_ALPHABET, (letter) => (readings[letter] ?? '').split(','));
    for (const piece of lists.flat()) {
      if (!this.pieces.has(piece)) this.pieces.set(piece, this.pieces.size);
    }
    this.width = this.pieces.size + 1;
    this.slots = new Uint8Array(LETTER_CODES * this.width).fill(NEVER);
    let all = 0;
    lists.forEach((list, letter) => {
      this.first[letter] = all;
      this.count[letter] = list.length;
      all += list.length;
      list.forEach((piece, slot) => {
        this.slots[letter * this.width + (this.pieces.get(piece) ?? 0)] = slot;
      });
    });
    this.all = all;
  }

  /** At `MOST_READ * at + size - 1` the number of the piece of `size` letters from `at` of an Arabic word. */
  cut(arabic: string): Int16Array {
    const none = this.width - 1;
    const pieces = new Int16Array(MOST_READ * arabic.length).fill(none);
    for (let at = 0; at < arabic.length; at += 1) {
      for (let size = 1; size <= MOST_READ && at + size <= arabic.length; size += 1) {
        const piece = this.pieces.get(arabic.slice(at, at + size));
        pieces[MOST_READ * at + size - 1] = piece ?? none;
      }
    }
    return pieces;
  }
}

/** The numbers of a model of readings. */
export interface ReadingWeights {
  readonly readings: Readings;
  readonly hidden: number;
  readonly window: Float32Array;
  readonly output: Float32Array;
  readonly bias: Float32Array;
}

/** Weights as training wrote them. */
export function readingWeights(data: ReadingModelData): ReadingWeights {
  const window = unpackWeights(data.window);
  return {
    readings: new Readings(data.readings),
    hidden: window.length / (WINDOW * LETTER_CODES),
    window,
    output: unpackWeights(data.output),
    bias: unpackWeights(data.bias),
  };
}

/** Codes of a Latin word's letters with enough ends of words around them that each has a whole window. */
export function codesAround(latin: string): Uint8Array {
  const codes = new Uint8Array(latin.length + 2 * READ_AROUND).fill(WORD_END);
  codes.fill(WORD_START, 0, READ_AROUND);
  for (let at = 0; at < latin.length; at += 1) {
    codes[at + READ_AROUND] = codeOfLetter(latin.charAt(at), 'latin');
  }
  return codes;
}

/** Sets the hidden units of the letter `at` of a word: what the letters around it weigh, where that is above 0. */
export function hide(codes: Uint8Array, at: number, model: ReadingWeights, into: Float32Array) {
  const { hidden, window } = model;
  into.fill(0);
  for (let place = 0; place < WINDOW; place += 1) {
    const first = (place * LETTER_CODES + (codes[at + place] as number)) * hidden;
    for (let unit = 0; unit < hidden; unit += 1) {
      into[unit] = (into[unit] as number) + (window[first + unit] as number);
    }
  }
  for (let unit = 0; unit < hidden; unit += 1) into[unit] = Math.max(0, into[unit] as number);
}

/**
 * Sets the chance of everything that a letter may be read as, by its hidden units: natural logarithms, one a slot from
 * `start` in `into`; minus infinity where there is no reading.
 * @param letter its code
 */
export function logChancesOf(
  letter: number,
  hiddens: Float32Array,
  { readings, hidden, output, bias }: ReadingWeights,
  into: Float32Array,
  start = 0,
): void {
  const count = readings.count[letter] as number;
  const first = readings.first[letter] as number;
  let all = 0;
  for (let slot = 0; slot < count; slot += 1) {
    let sum = bias[first + slot] as number;
    const row = (first + slot) * hidden;
    for (let unit = 0; unit < hidden; unit += 1) {
      sum += (hiddens[unit] as number) * (output[row + unit] as number);
    }
    into[start + slot] = sum;
    all += Math.exp(sum);
  }
  const least = Math.log(all);
  for (let slot = 0; slot < count; slot += 1) {
    into[start + slot] = (into[start + slot] as number) - least;
  }
  into.fill(-Infinity, start + count, start + SLOTS);
}
