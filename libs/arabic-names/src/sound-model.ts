import { KnownSpellings, printOfArabic, printOfName } from './known-spellings.js';
import { unpackRising, unpackWeights } from './packed.js';
import { mayBeOne, SoundSieve, type Sieve } from './sieve.js';
import data from './sound-model.json' with { type: 'json' };
import { ContextFactors } from './context-factors.js';
import {
  codeWord,
  LETTER_CODES,
  MOST_ARABIC,
  MOST_LATIN,
  SoundUnits,
  type CodedWord,
} from './sound-units.js';
import { PlacedUnits } from './placed-units.js';
import { UnitGrid } from './unit-grid.js';
import { foldLetters } from './spelling.js';
import { MOST_LETTERS, sumOfWays, type CutWord } from './ways.js';
import { ARTICLES } from './words.js';

type Side = 'arabic' | 'latin';

/** What is known of a word beside its letters. */
interface WordFacts {
  readonly sieve: Sieve;
  /** What its letters weigh whatever they meet: natural logarithm. */
  readonly weight: number;
  readonly floors: Float64Array;
  /** Letters of a Latin word's article; 0 where it has none. */
  readonly article: number;
  /** What it weighs that the other name is written without it. */
  readonly articleLeftOut: number;
  /** Of an Arabic word its print; 0 for a Latin one. */
  readonly print: number;
  /** Of a Latin word the prints of the names that it is known to stand for. */
  readonly names: Uint8Array;
  /** True for a name, or a spelling of one, that is well attested. */
  readonly known: boolean;
}

/** A word made ready to be met in the other script. */
export interface SoundWord extends WordFacts, CutWord {}

/** Most words meet none that may be one with them: what their units weigh is computed when first needed. */
class ReadyWord implements SoundWord {
  readonly length: number;
  readonly letters: Uint8Array;
  readonly pieces: Int16Array;
  readonly sieve: Sieve;
  readonly weight: number;
  readonly floors: Float64Array;
  readonly article: number;
  readonly articleLeftOut: number;
  readonly print: number;
  readonly names: Uint8Array;
  readonly known: boolean;
  private placed: Int32Array | null = null;

  constructor(
    coded: CodedWord,
    private readonly side: Side,
    facts: WordFacts,
  ) {
    this.length = coded.length;
    this.letters = coded.letters;
    this.pieces = coded.pieces;
    this.sieve = facts.sieve;
    this.weight = facts.weight;
    this.floors = facts.floors;
    this.article = facts.article;
    this.articleLeftOut = facts.articleLeftOut;
    this.print = facts.print;
    this.names = facts.names;
    this.known = facts.known;
  }

  get starts(): Int32Array {
    return (this.placed ??= placed[this.side].startsOf(this));
  }
}

/** How much less a name fits one that is written without its article: natural logarithm. */
const ARTICLE_LEFT_OUT = -2;

/** Letters of the article in the spelling of a Latin word that is looked up without it. */
function articleOf(spelling: string, folded: string, script: Side): number {
  if (script !== 'latin' || spelling === folded) return 0;
  for (let length = 1; length <= 3; length += 1) {
    if (!ARTICLES.has(spelling.slice(0, length))) continue;
    if (foldLetters(spelling.slice(length)) === folded) return length;
  }
  return 0;
}

/** Least fit of a name and a spelling that is known for it; how much one that is known for others only loses. */
const KNOWN_FOR_THIS = 2;
const KNOWN_FOR_ANOTHER = -3;
const LEAST_CREDIBLE = -8;
/** Words that fit less are nothing to each other, whatever is known of them. */
const NOTHING = -20;
/** Where the beginnings of two words fit less, the rest makes no name of them: hardly any rest fits by more than 8. */
const LEAST_HALFWAY = -25;

const units = new SoundUnits(data.units.split(' '));
const grid = new UnitGrid(units);
const factors = unpackWeights(data.unitWeights).map(Math.exp);
const contexts = new ContextFactors(units.names.length, data.contextPlaces, data.contextWeights);
const placed = {
  grid,
  arabic: new PlacedUnits(MOST_ARABIC, grid.ofRow, (unit, first, last) => {
    const beside = contexts.of(unit, first) * contexts.of(unit, LETTER_CODES + last);
    return (factors[unit] ?? 0) * beside;
  }),
  latin: new PlacedUnits(MOST_LATIN, grid.ofColumn, (unit, first, last) => {
    const beside = contexts.of(unit, 2 * LETTER_CODES + first);
    return beside * contexts.of(unit, 3 * LETTER_CODES + last);
  }),
};
const letterWeights = {
  arabic: unpackWeights(data.arabicLetters),
  latin: unpackWeights(data.latinLetters),
};
const spellings = new KnownSpellings(data.known);
const names = new Set(unpackRising(data.names));
const sieve = new SoundSieve(units, factors);

/**
 * Codes a word for `fit`.
 * @param spelling in the letters of the sound model
 * @param folded as `normalise` has it
 */
export function soundWord(spelling: string, folded: string, script: Side): SoundWord {
  const coded = codeWord(spelling.slice(0, MOST_LETTERS), script, units);
  const weights = letterWeights[script];
  let weight = 0;
  const floors = new Float64Array(coded.length + 1);
  const article = articleOf(spelling, folded, script);
  let articleLeftOut = 0;
  for (let at = 0; at <= coded.length; at += 1) {
    const [first, second] = [coded.letters[at] ?? 0, coded.letters[at + 1] ?? 0];
    floors[at] = Math.exp(LEAST_HALFWAY / 2 - weight);
    if (article > 0 && at === article) articleLeftOut = Math.exp(ARTICLE_LEFT_OUT - weight);
    weight += weights[first * LETTER_CODES + second] ?? 0;
  }
  const print = script === 'arabic' ? printOfArabic(folded) : 0;
  const namesMeant = script === 'latin' ? spellings.namesOf(folded) : new Uint8Array();
  const known = script === 'latin' ? namesMeant.length > 0 : names.has(printOfName(folded));
  const facts = {
    sieve: sieve.of(spelling, script),
    weight,
    floors,
    article,
    articleLeftOut,
    print,
    names: namesMeant,
    known,
  };
  return new ReadyWord(coded, script, facts);
}

/** Where no units explain two words. */
export const NO_FIT = -80;

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
  const sum = sumOfWays(arabic, latin, placed);
  const letters = (sum > 0 ? Math.log(sum) : NO_FIT) + arabic.weight + latin.weight;
  if (!latin.known) return letters;
  if (letters < NOTHING || !isSpellingOf(arabic, latin)) return letters + KNOWN_FOR_ANOTHER;
  // Prints are short: where the letters do not fit at all, the print is another name's.
  return letters < LEAST_CREDIBLE ? letters : Math.max(letters, KNOWN_FOR_THIS);
}

function isSpellingOf(arabic: SoundWord, latin: SoundWord): boolean {
  const { names: meant } = latin;
  for (let at = 0; at < meant.length; at += 1) if (meant[at] === arabic.print) return true;
  return false;
}
