import { isArticle } from './compounds.js';
import { headOf, splitHead } from './heads.js';
import type { SpelledWord } from './spelling.js';
import { isSonAfter } from './tails.js';
import type { NameHead, NameRole } from './types.js';
import {
  ALIAS_MARKS,
  BORN_AS,
  HONORIFIC_HEADS,
  HONORIFICS,
  OTHER_FACTS,
  OTHER_PERSONS,
  SONS,
  TITLES,
} from './words.js';

/** Why a written word is no part of a name. */
export const LEFT_OUT = [
  /** الدكتور, Hajji. */
  'title',
  /** بن, bint. */
  'son-of',
  /** الملقب, alias: what follows is a by-name. */
  'by-name',
  /** زوجة, née and the name of the other person after it. */
  'other-person',
  /** والدته, تولد and what follows: of a paper's other lines. */
  'other-fact',
  /** née, geb.: what follows is the family that she was born to. */
  'born-as',
  /** A place after a dash or in brackets, a year of birth. */
  'beside',
  /** Beyond the words that are read. */
  'beyond',
] as const;
export type LeftOut = (typeof LEFT_OUT)[number];

function honorificOf(word: string): 'hajj' | 'sheikh' | null {
  if (HONORIFIC_HEADS.hajj.has(word)) return 'hajj';
  return HONORIFIC_HEADS.sheikh.has(word) ? 'sheikh' : null;
}

/** True where a word begins something else than a name. */
function isMark(word: string): boolean {
  return SONS.has(word) || ALIAS_MARKS.has(word) || OTHER_PERSONS.has(word);
}

function hasArticle(word: string): boolean {
  return isArticle(word) || word.startsWith('ال');
}

/**
 * The title at `at` that is one name with the word after it (محمد الحاج علي): its family's or its father's. Before
 * a whole name it is left out, and alone it is a family's name.
 * @param before parts of the name before it
 */
export function honorificAt(
  plain: readonly string[],
  at: number,
  before: number,
  field: NameRole | null,
): NameHead | null {
  const bare = isArticle(plain[at] ?? '') ? at + 1 : at;
  const own = plain[bare] ?? '';
  const next = plain[bare + 1];
  const honorific = honorificOf(own);
  if (honorific === null || next === undefined || (before === 0 && field !== 'family')) return null;
  const apart = hasArticle(plain[at] ?? '') && hasArticle(next);
  const isOther = isMark(next) || isSonAfter(next) || honorificOf(next) !== null;
  return apart || isOther ? null : honorific;
}

function isTitle(
  plain: readonly string[],
  at: number,
  before: number,
  field: NameRole | null,
): boolean {
  const word = plain[at] ?? '';
  const next = plain[at + 1];
  // شيخ أوغلو is a family.
  if (next === undefined || isSonAfter(next)) return false;
  if (before > 0 && HONORIFICS.has(word)) return !isMark(next);
  if (honorificAt(plain, at, before, field) !== null) return opensName(next);
  if (before > 0) return false;
  return TITLES.has(word) || (isArticle(word) && TITLES.has(next) && at + 2 < plain.length);
}

/** True for د. (doctor) before a name; without its sign د is an initial. */
export function isShortTitle(words: readonly SpelledWord[], at: number, before: number): boolean {
  return before === 0 && at + 1 < words.length && words[at]?.shortTitle === true;
}

/** True for a word that has a head of its own: a title before it is only a title. */
function opensName(word: string): boolean {
  return headOf(word) !== null || splitHead(word) !== null;
}

/**
 * Why the written word at `at` is left out; null where it is part of a name.
 * @param before parts of the name before it
 * @param field the role that a form gives to the text, null where it is a whole name
 */
export function leftOutAt(
  plain: readonly string[],
  at: number,
  before: number,
  field: NameRole | null,
): LeftOut | null {
  const word = plain[at] ?? '';
  const followed = at + 1 < plain.length;
  if (SONS.has(word) && followed) return 'son-of';
  if (ALIAS_MARKS.has(word) && followed) return 'by-name';
  const between = before > 0 && followed;
  if (OTHER_PERSONS.has(word) && (between || !/^[a-z]/u.test(word))) return 'other-person';
  if (OTHER_FACTS.has(word)) return before > 0 ? 'other-fact' : 'title';
  if (BORN_AS.has(word) && between) return 'born-as';
  return isTitle(plain, at, before, field) ? 'title' : null;
}
