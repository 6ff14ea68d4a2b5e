import { later } from './later.js';
import {
  logChancesOf,
  codesAround,
  hide,
  MOST_READ,
  NEVER,
  READ_AROUND,
  readingWeights,
  SLOTS,
} from './reading-model.js';
import data from './reading-model.json' with { type: 'json' };
import { MOST_LETTERS } from './ways.js';

const model = later(() => readingWeights(data));

/** Chances are kept in a byte: how many steps their logarithm is below 0. The last level is no chance at all. */
const STEPS = 16;
const IMPOSSIBLE = 255;
const chances = Float64Array.from({ length: IMPOSSIBLE + 1 }, (_, level) =>
  level === IMPOSSIBLE ? 0 : Math.exp(-level / STEPS),
);
/** Chance that a name is written without its article. */
const ARTICLE_LEFT_OUT = { arabic: Math.exp(-0.7), latin: Math.exp(-2) } as const;
/** The least that a reading is held for: natural logarithm. What is less likely is no spelling, only noise. */
export const LEAST_READING = -12;
const LEAST_CHANCE = Math.exp(LEAST_READING);

const row = new Float32Array(SLOTS);

/** How unlikely each letter of a Latin word is read as what. */
interface ReadLetters {
  readonly codes: Uint8Array;
  /** At `at * SLOTS + slot` the level of a reading of letter `at`. */
  readonly levels: Uint8Array;
}

/** A word made ready to be read, or to be a reading of one. Most words meet none that may be: the rest is made when first needed. */
export class ReadableWord {
  private readonly spelling: string;
  private cut: Int16Array | null = null;
  private letters: ReadLetters | null = null;

  /**
   * @param spelling in the letters of the sound model, of which the first are read
   * @param article letters that the word may begin without
   */
  constructor(
    spelling: string,
    readonly article: number,
  ) {
    this.spelling = spelling.slice(0, MOST_LETTERS);
  }

  get length(): number {
    return this.spelling.length;
  }

  /** Of an Arabic word the pieces that Latin letters are read as: see `Readings.cut`. */
  get pieces(): Int16Array {
    return (this.cut ??= model().readings.cut(this.spelling));
  }

  /** Of a Latin word how it is read. */
  get read(): ReadLetters {
    return (this.letters ??= lettersOf(this.spelling));
  }
}

function lettersOf(latin: string): ReadLetters {
  const weights = model();
  const hiddens = new Float32Array(weights.hidden);
  const around = codesAround(latin);
  const codes = around.slice(READ_AROUND, READ_AROUND + latin.length);
  const levels = new Uint8Array(latin.length * SLOTS).fill(IMPOSSIBLE);
  for (let at = 0; at < latin.length; at += 1) {
    hide(around, at, weights, hiddens);
    logChancesOf(codes[at] as number, hiddens, weights, row);
    for (let slot = 0; slot < NEVER; slot += 1) {
      const level = Math.round(-STEPS * (row[slot] as number));
      levels[at * SLOTS + slot] = Math.min(IMPOSSIBLE, level);
    }
  }
  return { codes, levels };
}

/** Chance of each beginning of an Arabic word; those before `MOST_READ` are none. */
const reached = new Float64Array(MOST_READ + MOST_LETTERS + 1);

/**
 * How likely a Latin word is read as an Arabic one: natural logarithm, about -2 for spellings that are met. Each Latin letter
 * is read as up to two Arabic ones by the letters around it; all ways to do so are summed (a transducer with hard monotone
 * attention: Wu and Cotterell 2019, with a window for a state). A word may begin without its article, at a price.
 */
export function logOfReading(arabic: ReadableWord, latin: ReadableWord): number {
  const { slots, width } = model().readings;
  const { length, pieces } = arabic;
  const { codes, levels } = latin.read;
  const letters = latin.length;
  reached.fill(0, 0, MOST_READ + length + 1);
  reached[MOST_READ] = 1;
  if (arabic.article > 0) reached[MOST_READ + arabic.article] = ARTICLE_LEFT_OUT.arabic;
  for (let at = 0; at < letters; at += 1) {
    if (at > 0 && at === latin.article) {
      reached[MOST_READ] = Math.max(reached[MOST_READ] as number, ARTICLE_LEFT_OUT.latin);
    }
    const first = at * SLOTS;
    const slotsHere = (codes[at] as number) * width;
    const nothing = chances[levels[first] as number] as number;
    // What is not reached yet, and what is too far behind to be made up for, is left alone.
    const last = Math.min(length, arabic.article + MOST_READ * (at + 1));
    const least = Math.max(0, length - MOST_READ * (letters - 1 - at));
    let reachedHere = 0;
    for (let to = last; to >= least; to -= 1) {
      let sum = (reached[MOST_READ + to] as number) * nothing;
      const before = reached[MOST_READ + to - 1] as number;
      if (before > 0) {
        const one = slots[slotsHere + (pieces[MOST_READ * (to - 1)] as number)] as number;
        sum += before * (chances[levels[first + one] as number] as number);
      }
      const twoBefore = reached[to] as number;
      if (twoBefore > 0) {
        const two = slots[slotsHere + (pieces[MOST_READ * (to - 2) + 1] as number)] as number;
        sum += twoBefore * (chances[levels[first + two] as number] as number);
      }
      reached[MOST_READ + to] = sum;
      reachedHere += sum;
    }
    // What is left of the chance only gets less.
    if (reachedHere < LEAST_CHANCE && at >= latin.article) return LEAST_READING;
  }
  return Math.max(LEAST_READING, Math.log(reached[MOST_READ + length] as number));
}
