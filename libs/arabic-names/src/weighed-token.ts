import { rememberedSimilarity, tokenSimilarity } from './compare-tokens.js';
import { rarityOf } from './frequencies.js';
import { areManAndWoman, areManAndWomanAcross, initialSimilarity } from './likeness.js';
import { NAME_WEIGHTS as W } from './name-weights.js';
import { worthAmong, worthOfEither, worthSpelledAlike } from './part-counts.js';
import { factsOf, type TokenFacts } from './token-facts.js';
import type { NameFrequencies, NameHead, NameRole, NameToken } from './types.js';

/** A word's similarities in [0, 1] with the words of a vocabulary, by their numbers. */
export interface Similarities {
  at(word: number): number;
}

/** What it is worth that a token has no counterpart: its most forgivable role counts. */
export interface Absence {
  readonly role: NameRole;
  readonly centibits: number;
  readonly code: 'kunya-only' | 'missing-unusual' | 'missing-usual';
}

/** A token of a name, made ready to be held against others. */
export interface WeighedToken {
  readonly token: NameToken;
  readonly facts: TokenFacts;
  /** Of the token and the facts what every comparison looks at: see there. */
  readonly head: NameHead | null;
  readonly initial: boolean;
  readonly roles: number;
  /** Bits that an agreement on it is worth, wherever it stands: its weight in the score. */
  worth: number;
  /** Bits that an agreement on it says: as the name of a person, as that of a family, and where it may be either. */
  worthOfPerson: number;
  worthOfFamily: number;
  worthOfEither: number;
  /** The same of two Latin words that are spelled alike. */
  alikeOfPerson: number;
  alikeOfFamily: number;
  alikeOfEither: number;
  readonly absence: Absence;
  /** Its number in a vocabulary; -1 where it is in none. */
  readonly word: number;
  /** Its similarities with the words of that vocabulary, where it is asked about. */
  readonly row: Similarities | null;
}

function absenceOf({ roles }: NameToken): Absence {
  let role: NameRole = roles[0] ?? 'family';
  for (const other of roles) if (W.absent[other] > W.absent[role]) role = other;
  const bits = W.absent[role];
  const code = bits <= -2 ? 'missing-unusual' : 'missing-usual';
  return {
    role,
    centibits: Math.round(bits * 100),
    code: role === 'kunya' ? 'kunya-only' : code,
  };
}

/** What an agreement on a token is worth. */
export type Worths = Pick<
  WeighedToken,
  | 'worth'
  | 'worthOfPerson'
  | 'worthOfFamily'
  | 'worthOfEither'
  | 'alikeOfPerson'
  | 'alikeOfFamily'
  | 'alikeOfEither'
>;

const INITIAL: Worths = {
  worth: W.initialWorth,
  worthOfPerson: W.initialWorth,
  worthOfFamily: W.initialWorth,
  worthOfEither: W.initialWorth,
  alikeOfPerson: W.initialWorth,
  alikeOfFamily: W.initialWorth,
  alikeOfEither: W.initialWorth,
};

/** Bits that an agreement on a token is worth. */
export function worthsOf(token: NameToken, frequencies: NameFrequencies): Worths {
  if (factsOf(token).initial) return INITIAL;
  const { persons, families } = frequencies;
  const worthOfPerson = worthAmong(token, persons);
  const worthOfFamily = worthAmong(token, families);
  const latin = token.script === 'latin';
  const alikeOfPerson = latin ? worthSpelledAlike(token, persons) : worthOfPerson;
  const alikeOfFamily = latin ? worthSpelledAlike(token, families) : worthOfFamily;
  return {
    worth: rarityOf(token, frequencies),
    worthOfPerson,
    worthOfFamily,
    worthOfEither: worthOfEither(worthOfPerson, worthOfFamily),
    alikeOfPerson,
    alikeOfFamily,
    alikeOfEither: worthOfEither(alikeOfPerson, alikeOfFamily),
  };
}

/** Weighs a token by a snapshot of frequencies. */
export function weighToken(
  token: NameToken,
  frequencies: NameFrequencies,
  word = -1,
  row: Similarities | null = null,
): WeighedToken {
  const facts = factsOf(token);
  const worths = worthsOf(token, frequencies);
  const { worth, worthOfPerson, worthOfFamily, worthOfEither: ofEither } = worths;
  const { alikeOfPerson, alikeOfFamily, alikeOfEither } = worths;
  const { initial, roles } = facts;
  const { head } = token;
  const absence = absenceOf(token);
  // One plain literal: objects made by spreading are several times slower to read.
  return {
    token,
    facts,
    head,
    initial,
    roles,
    worth,
    worthOfPerson,
    worthOfFamily,
    worthOfEither: ofEither,
    alikeOfPerson,
    alikeOfFamily,
    alikeOfEither,
    absence,
    word,
    row,
  };
}

/** Similarity of two words, heads and articles aside: from a row where one has it. */
function baseOf(left: WeighedToken, right: WeighedToken): number {
  if (left.row !== null && right.word >= 0) return left.row.at(right.word);
  if (right.row !== null && left.word >= 0) return right.row.at(left.word);
  return tokenSimilarity(left.token, right.token, left.facts, right.facts);
}

/** True where one token is an initial and the other is written otherwise. */
export function standsForAnother(left: WeighedToken, right: WeighedToken): boolean {
  if (!left.initial && !right.initial) return false;
  return left.token.folded !== right.token.folded;
}

/** Below it, what else is to be said of two words changes nothing. */
const LEAST_ALIKE = 0.5;

/** Share of similarity that two compounds of other heads keep: a father and a mother (أبو علي, أم علي). */
const OTHER_HEAD = 0.15;

/** محمد الحاج علي: the title may be left out in another writing. */
function isTitled({ head }: NameToken): boolean {
  return head === 'hajj' || head === 'sheikh';
}

/** True where a word has a title before it inside the name, and the other has none. */
export function isTitleApart(left: WeighedToken, right: WeighedToken): boolean {
  if (left.head === right.head || (left.head !== null && right.head !== null)) return false;
  return isTitled(left.token) || isTitled(right.token);
}

/** Share of similarity that two tokens with one head keep by their forms: a woman's and a man's, an article or none. */
function shareOfForms({ token: a, facts: left }: WeighedToken, other: WeighedToken): number {
  const { token: b, facts: right } = other;
  if (a.script !== b.script) {
    const apart = a.head === null && areManAndWomanAcross(left.word, right.word);
    return apart ? W.manAndWoman : 1;
  }
  if (areManAndWoman(a, b)) return W.manAndWoman;
  return a.article === b.article || a.head !== null ? 1 : W.articleApart;
}

/** True of two tokens whose likeness is less than that of their words: other heads, a man's and a woman's name, an initial. */
export function haveOtherForms(left: WeighedToken, right: WeighedToken): boolean {
  if (left.initial || right.initial || left.head !== right.head) return true;
  return shareOfForms(left, right) === W.manAndWoman;
}

/** Similarity in [0, 1] of two tokens, with what their heads and articles say. */
export function similarityOf(left: WeighedToken, right: WeighedToken): number {
  if (standsForAnother(left, right)) return initialSimilarity(left.token, right.token);
  const base = baseOf(left, right);
  const oneHead = left.head === right.head;
  if (oneHead && base < LEAST_ALIKE) return base;
  const [a, b] = [left.token, right.token];
  if (!oneHead && (a.head === null || b.head === null)) {
    const share = isTitled(a) || isTitled(b) ? W.titleApart : W.headApart;
    return Math.max(base * share, rememberedSimilarity(left.facts.whole, right.facts.whole));
  }
  if (base < LEAST_ALIKE) return base;
  if (!oneHead) return base * (isTitled(a) ? W.headApart : OTHER_HEAD);
  return base * shareOfForms(left, right);
}
