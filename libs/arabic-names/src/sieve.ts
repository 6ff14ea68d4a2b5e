import { remembered } from './remembered.js';
import type { Side, SoundUnits } from './sound-units.js';

/** The consonants of a word in their order, as numbers in their script. */
export interface Sieve {
  readonly letters: Uint8Array;
  /** For each consonant of the other script a bit for every place in the word where it may stand for the one there. */
  readonly places: Uint16Array;
}

/** Letters that come and go with the vowels, or beside another letter, tell nothing. */
const CONSONANTS: Readonly<Record<Side, string>> = {
  arabic: 'بتثجحخدذرزسشصضطظغفقكلمن',
  latin: 'bcdfgjklmnpqrstvxzşçğ56789',
};
/** Several Latin letters for one consonant. */
const DIGRAPHS: readonly (readonly [RegExp, string])[] = [
  [/dsch|dj/gu, 'j'],
  [/sch|sj/gu, 'ş'],
  // German and Swedish j for ي: Jahja would have two consonants that يحيى has not.
  [/(?<=h)j(?=[aeiou])/gu, ''],
  [/(.)\1+/gu, '$1'],
];
/** Share of a letter's weight that another must have to stand for it. */
const LEAST_SHARE = 0.02;
/**
 * Consonants of both words together that may stay alone, and from how many on one more may: about
 * 99 % of true pairs have no more, nine of ten others have.
 */
const MOST_ALONE = 2;
const LONG = 9;
export const MOST_CONSONANTS = 12;
/** Consonants of a script at most: the bits of a number. */
export const CONSONANT_CODES = 32;

/** Sieves kept of each side: words are several times as many as orders of consonants. */
const MOST_KEPT = 2 ** 15;

function codesOf(side: Side): Map<string, number> {
  return new Map(Array.from(CONSONANTS[side], (letter, at): [string, number] => [letter, at]));
}

function count(counts: Map<string, number>, key: string, factor: number): void {
  counts.set(key, (counts.get(key) ?? 0) + factor);
}

/** Tells quickly that two words of two scripts are hardly one name: their consonants differ. */
export class SoundSieve {
  private readonly codes: Readonly<Record<Side, Map<string, number>>>;
  /** For each consonant those of the other script that may stand for it, as bits. */
  private readonly meets = {
    arabic: new Int32Array(CONSONANT_CODES),
    latin: new Int32Array(CONSONANT_CODES),
  };

  /** By the codes of a word's consonants, as the signs of a text. */
  private readonly kept = { arabic: this.keeping('arabic'), latin: this.keeping('latin') };

  /**
   * @param factors how often each unit stands in a spelling, as a share or a measure like it
   * @param scripts of the words of both sides
   */
  constructor(
    units: Pick<SoundUnits, 'names'>,
    factors: ArrayLike<number>,
    scripts: Readonly<Record<Side, 'arabic' | 'latin'>> = { arabic: 'arabic', latin: 'latin' },
  ) {
    this.codes = { arabic: codesOf(scripts.arabic), latin: codesOf(scripts.latin) };
    const together = new Map<string, number>();
    const alone = new Map<string, number>();
    units.names.forEach((name, unit) => {
      const [arabic = '', latin = ''] = name.split('|');
      if (arabic === '' || latin === '') return;
      const factor = factors[unit] ?? 0;
      for (const letter of new Set(arabic + latin)) count(alone, letter, factor);
      for (const x of new Set(arabic)) {
        for (const y of new Set(latin)) {
          count(together, `${x}|${y}`, factor / (arabic.length * latin.length));
        }
      }
    });
    for (const [pair, factor] of together) this.meet(pair, factor, alone);
  }

  private meet(pair: string, factor: number, alone: ReadonlyMap<string, number>): void {
    const [x = '', y = ''] = pair.split('|');
    const arabic = this.codes.arabic.get(x);
    const latin = this.codes.latin.get(y);
    const share = factor / Math.min(alone.get(x) ?? 1, alone.get(y) ?? 1);
    if (arabic === undefined || latin === undefined || share < LEAST_SHARE) return;
    this.meets.arabic[arabic] = (this.meets.arabic[arabic] ?? 0) | (1 << latin);
    this.meets.latin[latin] = (this.meets.latin[latin] ?? 0) | (1 << arabic);
  }

  /** The consonants of a word spelled in the sound model's letters: words that have the same have one sieve. */
  of(spelling: string, side: Side): Sieve {
    const codes = this.codes[side];
    const written = DIGRAPHS.reduce((text, [found, put]) => text.replace(found, put), spelling);
    const read: number[] = [];
    for (let at = 0; at < written.length && read.length < MOST_CONSONANTS; at += 1) {
      const code = codes.get(written.charAt(at));
      if (code !== undefined) read.push(code);
    }
    return this.kept[side](String.fromCharCode(...read));
  }

  private keeping(side: Side): (read: string) => Sieve {
    return remembered((read) => {
      const letters = Uint8Array.from(read, (sign) => sign.charCodeAt(0));
      return { letters, places: this.placesOf(letters, this.meets[side]) };
    }, MOST_KEPT);
  }

  private placesOf(letters: Uint8Array, meets: Int32Array): Uint16Array {
    const places = new Uint16Array(CONSONANT_CODES);
    letters.forEach((letter, at) => {
      for (let left = meets[letter] ?? 0; left !== 0; left &= left - 1) {
        const other = 31 - Math.clz32(left & -left);
        places[other] = (places[other] ?? 0) | (1 << at);
      }
    });
    return places;
  }
}

/** Consonants that may stay alone of two words that have so many together. */
export function mostAlone(consonants: number): number {
  return consonants < LONG ? MOST_ALONE : MOST_ALONE + 1;
}

/** Number of bits set among the lower 16. */
export function bitsIn(number: number): number {
  const pairs = number - ((number >>> 1) & 0x5555);
  const fours = (pairs & 0x3333) + ((pairs >>> 2) & 0x3333);
  return ((((fours + (fours >>> 4)) & 0x0f0f) * 0x0101) >>> 8) & 0x1f;
}

/**
 * True where two words may be one name: all but a few of their consonants meet in order. The longest
 * common subsequence, all places of a word at once in the bits of a number (Hyyrö 2004).
 */
export function mayBeOne(arabic: Sieve, latin: Sieve): boolean {
  const { letters } = arabic;
  const rows = letters.length;
  const columns = latin.letters.length;
  const most = mostAlone(rows + columns);
  if (Math.abs(rows - columns) > most) return false;
  const all = (1 << columns) - 1;
  let unmet = all;
  for (let i = 0; i < rows; i += 1) {
    const met = unmet & (latin.places[letters[i] ?? 0] ?? 0);
    unmet = ((unmet + met) | (unmet - met)) & all;
  }
  return rows - columns + 2 * bitsIn(unmet) <= most;
}
