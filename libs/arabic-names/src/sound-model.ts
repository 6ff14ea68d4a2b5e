import { KnownSpellings, printOfArabic, printOfName } from './known-spellings.js';
import { unpackRising, unpackWeights } from './packed.js';
import { mayBeOne, SoundSieve, type Sieve } from './sieve.js';
import data from './sound-model.json' with { type: 'json' };
import {
  codeWord,
  CONTEXTS,
  LETTER_CODES,
  MOST_ARABIC,
  MOST_LATIN,
  SoundUnits,
  type CodedWord,
} from './sound-units.js';

/** A word made ready to be met in the other script. */
export interface SoundWord extends CodedWord {
  readonly sieve: Sieve;
  /** What its letters weigh whatever they meet: natural logarithm. */
  readonly weight: number;
  /** Of an Arabic word its print; 0 for a Latin one. */
  readonly print: number;
  /** Of a Latin word the prints of the names that it is known to stand for. */
  readonly names: Uint8Array;
  /** True for a name, or a spelling of one, that is well attested. */
  readonly known: boolean;
}

/** Longer words are cut: time grows with the product of the lengths. */
const MOST_LETTERS = 24;
/** Least fit of a name and a spelling that is known for it; how much one that is known for others only loses. */
const KNOWN_FOR_THIS = 2;
const KNOWN_FOR_ANOTHER = -3;
const LEAST_CREDIBLE = -8;

const MOST_LEVELS = 256;

const units = new SoundUnits(data.units.split(' '));
const unitFactors = unpackWeights(data.unitWeights).map(Math.exp);
/** Level of each context's factor: most are 1, which is level 0. Levels, since the table of factors would not fit a cache. */
const contextLevels = new Uint8Array(units.names.length * CONTEXTS);
const factorOfLevel = readContexts();

/** Factor of a unit for a letter beside it: `place` as in `CONTEXTS`. */
function contextFactor(unit: number, place: number): number {
  return factorOfLevel[contextLevels[unit * CONTEXTS + place] ?? 0] ?? 1;
}
const letterWeights = {
  arabic: unpackWeights(data.arabicLetters),
  latin: unpackWeights(data.latinLetters),
};
const spellings = new KnownSpellings(data.known);
const names = new Set(unpackRising(data.names));
const sieve = new SoundSieve(units, unitFactors);

/** Fills `contextLevels`. @returns the factor of each level */
function readContexts(): Float32Array {
  const places = unpackRising(data.contextPlaces);
  const weights = unpackWeights(data.contextWeights);
  const greatest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 1e-3);
  const step = (2 * greatest) / (MOST_LEVELS - 2);
  places.forEach((place, at) => {
    contextLevels[place] = 1 + Math.round(((weights[at] ?? 0) + greatest) / step);
  });
  return Float32Array.from({ length: MOST_LEVELS }, (_, level) =>
    level === 0 ? 1 : Math.exp((level - 1) * step - greatest),
  );
}

/**
 * Codes a word for `fit`.
 * @param spelling in the letters of the sound model
 * @param folded as `normalise` has it
 */
export function soundWord(spelling: string, folded: string, script: 'arabic' | 'latin'): SoundWord {
  const coded = codeWord(spelling.slice(0, MOST_LETTERS), script, units);
  const weights = letterWeights[script];
  let weight = 0;
  for (let at = 0; at <= coded.length; at += 1) {
    const [first, second] = [coded.letters[at] ?? 0, coded.letters[at + 1] ?? 0];
    weight += weights[first * LETTER_CODES + second] ?? 0;
  }
  const print = script === 'arabic' ? printOfArabic(folded) : 0;
  const namesMeant = script === 'latin' ? spellings.namesOf(folded) : new Uint8Array();
  const known = script === 'latin' ? namesMeant.length > 0 : names.has(printOfName(folded));
  return { ...coded, sieve: sieve.of(spelling, script), weight, print, names: namesMeant, known };
}

const width = MOST_LETTERS + 1;
const sums = new Float64Array(width * width);
const columnsOfUnits = units.columns.size;
/** Beginnings less likely than this share of the likeliest one after as many Arabic letters lead nowhere. */
const BEAM = 1e-5;

/** Fewest and most Latin letters of units with none, one and two Arabic ones. */
const FEWEST = [1, 0, 0] as const;
const MOST = [1, MOST_LATIN, 2] as const;

/** The unit of an Arabic piece, as the first place of its row, and of a Latin one; -1 where there is none. */
function unitAt(row: number, column: number): number {
  return column < 0 ? -1 : (units.ids[row + column] ?? -1);
}

/** The letters on both sides of an Arabic piece of `m` letters from `i`, as places in the contexts. */
function besideArabic({ letters }: SoundWord, i: number, m: number): [number, number] {
  return [letters[i] ?? 0, LETTER_CODES + (letters[i + m + 1] ?? 0)];
}

/**
 * Passes on what reached a row of cells over an Arabic piece of `m` letters from `i`.
 * @param least cells that less reached are left out
 */
function passOn(arabic: SoundWord, latin: SoundWord, i: number, m: 0 | 1 | 2, least: number): void {
  const piece = arabic.pieces[i * (MOST_ARABIC + 1) + m] ?? -1;
  if (piece < 0) return;
  const { pieces, letters, length } = latin;
  const [before, after] = besideArabic(arabic, i, m);
  const from = i * width;
  const to = from + m * width;
  for (let j = 0; j <= length; j += 1) {
    const here = sums[from + j] ?? 0;
    if (here <= least) continue;
    const beforeLatin = 2 * LETTER_CODES + (letters[j] ?? 0);
    for (let n: number = FEWEST[m]; n <= MOST[m]; n += 1) {
      const unit = unitAt(piece * columnsOfUnits, pieces[j * (MOST_LATIN + 1) + n] ?? -1);
      if (unit < 0) continue;
      const factor =
        (unitFactors[unit] ?? 0) *
        contextFactor(unit, before) *
        contextFactor(unit, after) *
        contextFactor(unit, beforeLatin) *
        contextFactor(unit, 3 * LETTER_CODES + (letters[j + n + 1] ?? 0));
      sums[to + j + n] = (sums[to + j + n] ?? 0) + here * factor;
    }
  }
}

/** The greatest of a row of cells. */
function most(row: number, columns: number): number {
  let greatest = 0;
  for (let j = 0; j <= columns; j += 1) {
    const here = sums[row * width + j] ?? 0;
    if (here > greatest) greatest = here;
  }
  return greatest;
}

/** Where no units explain two words. */
export const NO_FIT = -80;

/** Logarithm of the sum over the likely ways to cut two words into units. */
function sumOfWays(arabic: SoundWord, latin: SoundWord): number {
  const columns = latin.length;
  for (let i = 0; i <= arabic.length; i += 1) sums.fill(0, i * width, i * width + columns + 1);
  sums[0] = 1;
  for (let i = 0; i <= arabic.length; i += 1) {
    const least = most(i, columns) * BEAM;
    if (least === 0) continue;
    passOn(arabic, latin, i, 0, least);
    passOn(arabic, latin, i, 1, least);
    passOn(arabic, latin, i, 2, least);
  }
  const sum = sums[arabic.length * width + columns] ?? 0;
  return sum > 0 ? Math.log(sum) : NO_FIT;
}

/**
 * How much better two words of the two scripts explain each other than chance: a natural logarithm,
 * about 0 for words that could just be one, 5 and more for usual spellings; `NO_FIT` where a glance shows that they
 * are not one.
 */
export function fit(arabic: SoundWord, latin: SoundWord): number {
  return mayBeOne(arabic.sieve, latin.sieve) ? closeFit(arabic, latin) : NO_FIT;
}

/** `fit` of two words of which it is known that they may be one. */
export function closeFit(arabic: SoundWord, latin: SoundWord): number {
  const letters = sumOfWays(arabic, latin) + arabic.weight + latin.weight;
  if (!latin.known) return letters;
  if (!isSpellingOf(arabic, latin)) return letters + KNOWN_FOR_ANOTHER;
  // Prints are short: where the letters do not fit at all, the print is another name's.
  return letters < LEAST_CREDIBLE ? letters : Math.max(letters, KNOWN_FOR_THIS);
}

function isSpellingOf(arabic: SoundWord, latin: SoundWord): boolean {
  return latin.names.includes(arabic.print);
}
