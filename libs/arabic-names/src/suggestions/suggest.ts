import { normalise } from '../normalise.js';
import { scriptOf } from '../script.js';
import { habitOf } from './habits.js';
import { arabicOf, latinOf } from './model.js';
import { readNameWords, type NameWord } from './name-words.js';
import { arabicParticle, latinArticle, latinParticle, particleOf } from './particles.js';
import type { Found } from './search.js';
import { SUGGESTED_TRADITIONS, type SuggestedTradition } from './traditions.js';
import { asShares, best, combine } from './whole-names.js';

/** A spelling of a name in the other script. */
export interface SuggestedSpelling {
  readonly spelling: string;
  /** In (0, 1]: how likely it is that the name is written so, among all spellings that were looked at. */
  readonly share: number;
}

export interface SuggestOptions {
  /** Most spellings given, 5 unless told; never more than 100, since time grows with their number. */
  readonly limit?: number;
}

export interface SuggestLatinOptions extends SuggestOptions {
  /**
   * The tradition to keep to; without it, or with one that is none of `SUGGESTED_TRADITIONS`, those of all
   * traditions are given, as usual as they are.
   */
  readonly tradition?: SuggestedTradition;
}

const LIMIT = 5;
const MOST_LIMIT = 100;
/** Spellings less likely than this share of the best one are left out. */
const LEAST_LIKELY = 0.002;
/** Ways of each word that whole names are made of. */
const MOST_WAYS = 12;

/** As two words, where that is how a compound is written: عبد الرحمن, نور الدين, نصر الله. */
function apart(arabic: string): string {
  return arabic
    .replace(/^عبدال(?=..)/u, 'عبد ال')
    .replace(/^(ذ[وي])ال(?=...)/u, '$1 ال')
    .replace(/(?<=^[^ ]{2,})ال(?:دين|له)$/u, ' $&');
}

/** One writing of each name: those that differ by hamza, ة or ى only are given as the likeliest of them. */
function oneOfEach(found: readonly Found[]): Found[] {
  const names = new Map<string, Found>();
  for (const each of found) {
    const key = normalise(each.text);
    const known = names.get(key);
    const chance = each.chance + (known?.chance ?? 0);
    names.set(key, { text: known?.text ?? each.text, chance });
  }
  return best([...names.values()], MOST_WAYS);
}

/** Chance that al- or el- at the start of a word is the article, which is seldom written to it. */
const JOINED_ARTICLE = 0.02;

/** A Latin word that may have its article written to it is read both ways. */
function arabicWays(spelling: string): Found[] {
  const whole = arabicOf(spelling);
  if (!/^[ae]l(?=[^aeiou']..)/u.test(spelling)) return whole;
  const bare = arabicOf(spelling.slice(2)).map(({ text, chance }) => ({
    text: `ال${text}`,
    chance: chance * JOINED_ARTICLE,
  }));
  return best([...whole, ...bare], whole.length + bare.length);
}

function arabicWord({ spelling, folded, article }: NameWord, alone: boolean): readonly Found[] {
  if (scriptOf(folded) !== 'latin') return [{ text: (article ? 'ال' : '') + spelling, chance: 1 }];
  const particle = alone ? null : particleOf(folded);
  if (particle !== null) return arabicParticle(particle);
  if (!article) return asShares(oneOfEach(arabicWays(spelling))).map(writtenApart);
  return asShares(oneOfEach(arabicOf(spelling))).map(({ text, chance }) => ({
    text: `ال${text}`,
    chance,
  }));
}

/** Chance that hasty hands left the hamza out, or the dots of ة, where the word may be written so as well. */
const PLAINER = 0.5;

/** Latin spellings of a word as it stands and, where it may lack its hamza or dots, as it would be with them. */
function latinWays(spelling: string, tradition: SuggestedTradition | null): Found[] {
  const openings = spelling.startsWith('ا') ? ['ا', 'أ', 'إ'] : [spelling.charAt(0)];
  const endings = /..ه$/u.test(spelling) ? ['ه', 'ة'] : [''];
  const sums = new Map<string, number>();
  for (const opening of openings) {
    for (const ending of endings) {
      const writing = opening + spelling.slice(1, spelling.length - ending.length) + ending;
      const factor = writing === spelling ? 1 : PLAINER;
      for (const { text, chance } of latinOf(writing, tradition)) {
        const habit = habitOf(text, writing, tradition);
        if (habit > 0) sums.set(text, (sums.get(text) ?? 0) + factor * habit * chance);
      }
    }
  }
  return best(
    Array.from(sums, ([text, chance]) => ({ text, chance })),
    MOST_WAYS,
  );
}

function writtenApart({ text, chance }: Found): Found {
  return { text: apart(text), chance };
}

function capital(word: string, tradition: SuggestedTradition | null): string {
  const first = word.charAt(0);
  const upper = tradition === 'turkish' && first === 'i' ? 'İ' : first.toUpperCase();
  return upper + word.slice(1);
}

function latinWord(
  { spelling, folded, article }: NameWord,
  alone: boolean,
  tradition: SuggestedTradition | null,
): readonly Found[] {
  if (scriptOf(folded) !== 'arabic') return [{ text: capital(spelling, tradition), chance: 1 }];
  const particle = alone ? null : particleOf(folded);
  if (particle !== null) return latinParticle(particle, tradition);
  const words = asShares(latinWays(spelling, tradition)).map(({ text, chance }) => ({
    text: capital(text, tradition),
    chance,
  }));
  if (!article) return words;
  const articles = latinArticle(tradition);
  return best(
    words.flatMap((word) =>
      articles.map(({ text, chance }) => ({
        text: text + word.text,
        chance: chance * word.chance,
      })),
    ),
    MOST_WAYS,
  );
}

function suggest(words: readonly (readonly Found[])[], wanted: number): SuggestedSpelling[] {
  const limit = Math.min(wanted, MOST_LIMIT);
  const known = words.filter((ways) => ways.length > 0);
  if (known.length === 0 || !(limit >= 1)) return [];
  const names = combine(known, Math.max(limit, MOST_WAYS));
  const least = LEAST_LIKELY * (names[0]?.chance ?? 0);
  return names
    .filter(({ chance }) => chance >= least)
    .slice(0, limit)
    .map(({ text, chance }) => ({ spelling: text, share: chance }));
}

/**
 * The likeliest Arabic spellings of a name in Latin letters, best first: of one word or of several. Two that differ by
 * hamza, ة or ى only are given once. Empty for what has no Latin letter. Takes any string, never throws.
 */
export function suggestArabic(
  latin: string,
  { limit = LIMIT }: SuggestOptions = {},
): SuggestedSpelling[] {
  const words = readNameWords(latin);
  if (!words.some(({ folded }) => scriptOf(folded) === 'latin')) return [];
  return suggest(
    words.map((word) => arabicWord(word, words.length === 1)),
    limit,
  );
}

/**
 * The likeliest Latin spellings of a name in Arabic letters, best first: of one word or of several, for a search where
 * names are in Latin letters. Empty for what has no Arabic letter. Takes any string, never throws.
 */
export function suggestLatin(
  arabic: string,
  { limit = LIMIT, tradition }: SuggestLatinOptions = {},
): SuggestedSpelling[] {
  const words = readNameWords(arabic);
  if (!words.some(({ folded }) => scriptOf(folded) === 'arabic')) return [];
  const known = SUGGESTED_TRADITIONS.find((each) => each === tradition) ?? null;
  return suggest(
    words.map((word) => latinWord(word, words.length === 1, known)),
    limit,
  );
}
