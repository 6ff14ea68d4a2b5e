import type { SoundUnits } from './sound-units.js';

type Side = 'arabic' | 'latin';

/** The consonants of a word in their order, as bits. */
export interface Sieve {
  /** Each consonant's own bit. */
  readonly bits: Int32Array;
  /** For each consonant the bits of the other script's consonants that may stand for it. */
  readonly others: Int32Array;
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
const MOST_CONSONANTS = 12;

function bitsOf(side: Side): Map<string, number> {
  return new Map(Array.from(CONSONANTS[side], (letter, at): [string, number] => [letter, 1 << at]));
}

function count(counts: Map<string, number>, key: string, factor: number): void {
  counts.set(key, (counts.get(key) ?? 0) + factor);
}

/** Tells quickly that two words of two scripts are hardly one name: their consonants differ. */
export class SoundSieve {
  private readonly bits = { arabic: bitsOf('arabic'), latin: bitsOf('latin') };
  private readonly latinFor = new Map<string, number>();

  /** @param factors how often each unit stands in a spelling, as a share or a measure like it */
  constructor(units: SoundUnits, factors: ArrayLike<number>) {
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
    const bit = this.bits.latin.get(y);
    const share = factor / Math.min(alone.get(x) ?? 1, alone.get(y) ?? 1);
    if (bit === undefined || !this.bits.arabic.has(x) || share < LEAST_SHARE) return;
    this.latinFor.set(x, (this.latinFor.get(x) ?? 0) | bit);
  }

  /** The consonants of a word spelled in the sound model's letters. */
  of(spelling: string, side: Side): Sieve {
    const written = DIGRAPHS.reduce((text, [found, put]) => text.replace(found, put), spelling);
    const letters = Array.from(written)
      .filter((letter) => this.bits[side].has(letter))
      .slice(0, MOST_CONSONANTS);
    const others = side === 'arabic' ? letters.map((letter) => this.latinFor.get(letter) ?? 0) : [];
    return {
      bits: Int32Array.from(letters, (letter) => this.bits[side].get(letter) ?? 0),
      others: Int32Array.from(others),
    };
  }
}

const met = new Uint8Array(MOST_CONSONANTS + 1);

/**
 * True where two words may be one name: all but a few of their consonants meet in order.
 * @param latin bits of the Latin consonants, from `start` on, `columns` of them
 */
function mayMeet(arabic: Sieve, latin: Int32Array, start: number, columns: number): boolean {
  const rows = arabic.bits.length;
  const most = rows + columns < LONG ? MOST_ALONE : MOST_ALONE + 1;
  if (Math.abs(rows - columns) > most) return false;
  // Longest common subsequence, one row at a time.
  met.fill(0, 0, columns + 1);
  for (let i = 0; i < rows; i += 1) {
    const wanted = arabic.others[i] ?? 0;
    let diagonal = 0;
    for (let j = 1; j <= columns; j += 1) {
      const above = met[j] ?? 0;
      const before = met[j - 1] ?? 0;
      let best = above > before ? above : before;
      if ((wanted & (latin[start + j - 1] ?? 0)) !== 0 && diagonal >= best) best = diagonal + 1;
      diagonal = above;
      met[j] = best;
    }
  }
  return rows + columns - 2 * (met[columns] ?? 0) <= most;
}

/** `mayMeet` of two words. */
export function mayBeOne(arabic: Sieve, latin: Sieve): boolean {
  return mayMeet(arabic, latin.bits, 0, latin.bits.length);
}

/** The Latin words among many, side by side in memory: all are held against one Arabic word at once. */
export class LatinSieves {
  private bits = new Int32Array(1024);
  private starts = new Int32Array(256);
  private words = 0;

  /** Takes the next word; null for one that is not Latin. */
  add(sieve: Sieve | null): void {
    const own = sieve?.bits ?? new Int32Array();
    const start = this.starts[this.words] ?? 0;
    if (this.bits.length < start + own.length) this.bits = grown(this.bits);
    if (this.starts.length < this.words + 2) this.starts = grown(this.starts);
    this.bits.set(own, start);
    this.words += 1;
    this.starts[this.words] = start + own.length;
  }

  /** True where the word of a number is Latin, with a consonant at least. */
  has(word: number): boolean {
    return (this.starts[word + 1] ?? 0) > (this.starts[word] ?? 0);
  }

  /** True where the word of a number may be one name with an Arabic one. */
  mayBeOne(arabic: Sieve, word: number): boolean {
    const start = this.starts[word] ?? 0;
    return mayMeet(arabic, this.bits, start, (this.starts[word + 1] ?? start) - start);
  }
}

function grown(numbers: Int32Array<ArrayBuffer>): Int32Array<ArrayBuffer> {
  const more = new Int32Array(2 * numbers.length);
  more.set(numbers);
  return more;
}
