import { KnownSpellings, printOfArabic, printOfName } from './known-spellings.js';
import { later } from './later.js';
import { unpackRising } from './packed.js';
import { NO_FIT, PairModel, type ReadyWord } from './pair-model.js';
import { logOfReading, ReadableWord } from './reading.js';
import { mayBeOne, SoundSieve, type Sieve } from './sieve.js';
import data from './sound-model.json' with { type: 'json' };
import { foldLetters } from './spelling.js';
import { ARTICLES } from './words.js';

export { NO_FIT } from './pair-model.js';

/** A word made ready to be met in the other script. */
export interface SoundWord {
  readonly cut: ReadyWord;
  readonly reading: ReadableWord;
  readonly sieve: Sieve;
  /** Of an Arabic word its print; 0 for a Latin one. */
  readonly print: number;
  /** Of a Latin word the prints of the names that it usually stands for, if these are usual names. */
  readonly names: Uint8Array;
  /** Of any other Latin word the prints of the names that it was met for. */
  readonly met: Uint8Array;
  /** True for a name, or a usual spelling of one, that is well attested. */
  readonly known: boolean;
  /** True for a usual name, or a usual spelling of one. */
  readonly usual: boolean;
}

/**
 * What it adds how likely a spelling that is not usual is read so: a share of each nat above and below that of odd spellings.
 */
const READING = { above: 0.7, below: 0.35, odd: -5.5 } as const;

/** What it adds that a spelling is usual for a name, or for others only; the least fit of the former. */
const USUAL = { own: 0.5, other: -4.5, least: 2 } as const;
/** The same of spellings that were met: another name may be written so as well. */
const MET = { own: 0.5, other: -1.9 } as const;
/** Prints are short: where the letters fit less than this, the print is another name's. */
const LEAST_CREDIBLE = -8;

const model = later(() => new PairModel(data, { arabic: 'arabic', latin: 'latin' }));
const sieve = later(() => new SoundSieve(model().units, model().factors));
const usualSpellings = later(() => new KnownSpellings(data.usual));
const metSpellings = later(() => new KnownSpellings(data.met));
const names = later(() => new Set(unpackRising(data.names)));
const usualNames = later(() => new Set(unpackRising(data.usualNames)));
const NO_NAMES = new Uint8Array();

/** Letters of the article in the spelling of a word that is looked up without it. */
function articleOf(spelling: string, folded: string): number {
  if (spelling === folded) return 0;
  for (let length = 1; length <= 3; length += 1) {
    if (!ARTICLES.has(spelling.slice(0, length))) continue;
    if (foldLetters(spelling.slice(length)) === folded) return length;
  }
  return 0;
}

/**
 * Makes a word ready for `fit`.
 * @param spelling in the letters of the sound model
 * @param folded as `normalise` has it
 */
export function soundWord(spelling: string, folded: string, script: 'arabic' | 'latin'): SoundWord {
  const side = sieve().of(spelling, script);
  const article = articleOf(spelling, folded);
  const cut = model().ready(spelling, script, article);
  const reading = new ReadableWord(spelling, article);
  if (script === 'arabic') {
    const print = printOfArabic(folded);
    const whole = printOfName(folded);
    const [known, usual] = [names().has(whole), usualNames().has(whole)];
    return { cut, reading, sieve: side, print, names: NO_NAMES, met: NO_NAMES, known, usual };
  }
  const meant = usualSpellings().namesOf(folded);
  const usual = meant.length > 0;
  const met = usual ? NO_NAMES : metSpellings().namesOf(folded);
  return { cut, reading, sieve: side, print: 0, names: meant, met, known: usual, usual };
}

/**
 * How much better two words of the two scripts explain each other than chance: a natural logarithm,
 * about 0 for words that could just be one, 5 and more for usual spellings; `NO_FIT` where a glance shows that they
 * are not one.
 */
export function fit(arabic: SoundWord, latin: SoundWord): number {
  return mayBeOne(arabic.sieve, latin.sieve) ? closeFit(arabic, latin) : NO_FIT;
}

function worthOfReading(arabic: SoundWord, latin: SoundWord): number {
  const beyond = logOfReading(arabic.reading, latin.reading) - READING.odd;
  return beyond * (beyond > 0 ? READING.above : READING.below);
}

/** `fit` of two words of which it is known that they may be one. */
export function closeFit(arabic: SoundWord, latin: SoundWord): number {
  const units = model().fit(arabic.cut, latin.cut);
  if (units < LEAST_CREDIBLE) return units;
  const { names: usual, met } = latin;
  if (usual.length > 0) {
    if (!usual.includes(arabic.print)) return units + USUAL.other;
    return Math.max(units + USUAL.own, USUAL.least);
  }
  const letters = units + worthOfReading(arabic, latin);
  if (met.length === 0) return letters;
  return letters + (met.includes(arabic.print) ? MET.own : MET.other);
}

/** True for a folded Latin word that is a usual spelling of some Arabic name. */
export function isUsualSpelling(folded: string): boolean {
  return usualSpellings().namesOf(folded).length > 0;
}

/** True for two folded Latin words that are usual spellings of one Arabic name. */
export function areUsualForOne(a: string, b: string): boolean {
  const names = usualSpellings().namesOf(b);
  return usualSpellings()
    .namesOf(a)
    .some((name) => names.includes(name));
}

/** True where people write a name of the other script so, as far as is known. */
export function isSpellingOf(arabic: SoundWord, latin: SoundWord): boolean {
  return latin.names.includes(arabic.print) || latin.met.includes(arabic.print);
}
