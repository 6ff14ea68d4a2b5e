import {
  clanOf,
  type FoldedWord,
  foldWord,
  isArticle,
  joinArmenian,
  joinClan,
  joinHead,
  joinSon,
  joinTail,
} from './compounds.js';
import { headOf, isSpokenAbd, splitHead } from './heads.js';
import { honorificAt, isShortTitle, type LeftOut, leftOutAt } from './left-out.js';
import { scriptOf } from './script.js';
import { isUsualSpelling } from './sound-model.js';
import { lettersOf, spellingOf } from './spelling-of.js';
import type { SpelledWord } from './spelling.js';
import { isSonAfter, isTail } from './tails.js';
import type { NameHead, NameRole, Script } from './types.js';
import { ABBREVIATIONS_BEFORE_NAMES, GIVEN_NAMES } from './words.js';

/** A part of a name, of one written word or several. */
export interface Word extends FoldedWord {
  readonly spelling: string;
  readonly whole: string;
  readonly script: Script;
  /** Stands after بن: the next part up the father's line. */
  readonly afterSon: boolean;
  /** Stands after "known as", or in brackets. */
  readonly alias: boolean;
  /** Stands after née: a family's name. */
  readonly bornAs: boolean;
}

/** What came of written words, by their places. */
export interface Reading {
  readonly words: Word[];
  /** For each written word the part that it went into, -1 where it was left out. */
  readonly parts: number[];
  /** For each written word why it was left out, if it was. */
  readonly leftOut: (LeftOut | null)[];
}

interface Read {
  readonly word: FoldedWord;
  readonly end: number;
  readonly joins: 'tail' | 'son' | null;
}

/**
 * Reads written words: heads, articles and second halves joined, titles and what is said of others left out.
 * @param field the role that a form gives to the text, null where it is a whole name
 */
export function readWords(spelled: readonly SpelledWord[], field: NameRole | null): Reading {
  const plain = spelled.map(({ folded }) => folded);
  const reading: Reading = { words: [], parts: [], leftOut: [] };
  let afterSon = false;
  let alias = false;
  let bornAs = false;
  for (let at = 0; at < plain.length; at += 1) {
    const before = reading.words.length;
    const leftOut = leftOutOf(spelled, plain, at, before, field);
    if (leftOut !== null) {
      if (leftOut === 'other-person' || leftOut === 'other-fact') {
        leaveRest(reading, at, plain.length, leftOut);
        return reading;
      }
      if (leftOut === 'son-of') afterSon = reading.words.length > 0;
      if (leftOut === 'by-name') alias = true;
      if (leftOut === 'born-as') bornAs = true;
      leaveRest(reading, at, at + 1, leftOut);
      continue;
    }
    const read = untied(readOne(plain, at, reading.words, field), spelled);
    const aside = alias || spelled[at]?.aside === 'by-name';
    const isSon = afterSon || (before > 0 && afterJoinedSon(read.word.text) !== null);
    addWord(reading, read, spelled.slice(at, read.end + 1), {
      afterSon: isSon,
      alias: aside,
      bornAs,
    });
    at = read.end;
    afterSon = false;
  }
  return reading;
}

/** Why the written word at `at` is left out, by its signs or by its letters. */
function leftOutOf(
  spelled: readonly SpelledWord[],
  plain: readonly string[],
  at: number,
  before: number,
  field: NameRole | null,
): LeftOut | null {
  if (spelled[at]?.aside === 'fact') return 'beside';
  if (isShortTitle(spelled, at, before)) return 'title';
  return leftOutAt(plain, at, before, field);
}

function leaveRest({ parts, leftOut }: Reading, from: number, to: number, why: LeftOut): void {
  for (let at = from; at < to; at += 1) {
    parts.push(-1);
    leftOut.push(why);
  }
}

/** The name alone of one that is tied to the father's after it (Ehmedê Xelîl); many women's names end so too (Emînê). */
function untied({ word, end, joins }: Read, spelled: readonly SpelledWord[]): Read {
  const tied = spelled[end]?.tied === true && end + 1 < spelled.length;
  if (!tied || joins !== null || isUsualSpelling(word.folded)) return { word, end, joins };
  const alone = word.folded.replace(/e$/u, '');
  return { word: isUsualSpelling(alone) ? { ...word, folded: alone } : word, end, joins };
}

function addWord(
  { words, parts, leftOut }: Reading,
  { word, joins }: Read,
  own: readonly SpelledWord[],
  after: Pick<Word, 'afterSon' | 'alias' | 'bornAs'>,
): void {
  const last = words[words.length - 1];
  if (joins !== null && last !== undefined) {
    const spelling = joins === 'son' ? last.spelling : word.folded;
    words[words.length - 1] = { ...last, ...word, spelling, whole: last.whole + lettersOf(own) };
  } else {
    words.push({
      text: word.text,
      folded: word.folded,
      spelling: spellingOf(word, own),
      whole: lettersOf(own),
      script: scriptOf(word.folded),
      article: word.article,
      head: word.head,
      ...after,
    });
  }
  for (let count = own.length; count > 0; count -= 1) {
    parts.push(words.length - 1);
    leftOut.push(null);
  }
}

/** Reads one part from `at`: [head] [article] word, or the second half of the part before. */
function readOne(
  plain: readonly string[],
  at: number,
  before: readonly Word[],
  field: NameRole | null,
): Read {
  const word = plain[at] ?? '';
  const last = before[before.length - 1];
  const bare = isArticle(word) && plain[at + 1] !== undefined ? at + 1 : at;
  const opener = plain[bare] ?? '';
  const tied = readAfter(last, opener, bare, bare !== at);
  if (tied !== null) return tied;
  const honorific = honorificAt(plain, at, before.length, field);
  if (honorific !== null) return readHead(plain, bare, honorific, false);
  const head = headAt(plain, bare);
  if (head !== null && plain[bare + 1] !== undefined) {
    return readHead(plain, bare, head, bare !== at || headOf(opener) === null);
  }
  return (
    readArmenian(plain, at) ??
    readClan(plain, at, bare) ??
    readPlain(plain, at, bare, before.length)
  );
}

/** The word at `at` as a part of the name before it: its second half (نور الدين), or a Turkish "son of"; null of others. */
function readAfter(
  last: Word | undefined,
  opener: string,
  at: number,
  article: boolean,
): Read | null {
  if (last === undefined || last.head !== null) return null;
  if (isSonAfter(opener)) return { word: joinSon(last, opener), end: at, joins: 'son' };
  if (opener.length <= 2) return null;
  if (isTail(opener, article)) return { word: joinTail(last, opener), end: at, joins: 'tail' };
  const first = isTail(opener, true) ? withoutArticleAfter(last.folded) : null;
  if (first === null) return null;
  return { word: joinTail({ ...last, folded: first }, opener), end: at, joins: 'tail' };
}

/** A first half without the article of the second that is written to it (Shamsul Haq); null where none is. */
function withoutArticleAfter(word: string): string | null {
  const [, first = '', article = ''] = /^([a-z]{2,}?)([aeiou][lrz])$/u.exec(word) ?? [];
  if (first === '' || isUsualSpelling(word)) return null;
  return article === 'ul' || isUsualSpelling(first) ? first : null;
}

/** The name after a "son of" that is written to it (Benaissa, بنعيسى); null where none is. */
function afterJoinedSon(word: string): string | null {
  const rest = /^(?:b[ei]n|بن)(\p{L}{3,})$/u.exec(word)?.[1];
  if (rest === undefined || isUsualSpelling(word)) return null;
  return isUsualSpelling(rest) || GIVEN_NAMES.has(rest) || splitHead(rest) !== null ? rest : null;
}

/** The head that a word of its own is, by the words that follow it. */
function headAt(plain: readonly string[], at: number): NameHead | null {
  const word = plain[at] ?? '';
  const spoken = isSpokenAbd(word, plain[at + 1], plain[at + 2]) ? 'abd' : null;
  return headOf(word) ?? headOf(bareOf(word)) ?? spoken;
}

function readArmenian(plain: readonly string[], at: number): Read | null {
  const word = joinArmenian(plain[at] ?? '', plain[at + 1] ?? '');
  return word === null ? null : { word, end: at + 1, joins: null };
}

/** البو كمال, Al Bu Kamal: the name of a clan. */
function readClan(plain: readonly string[], at: number, bare: number): Read | null {
  const own = plain[bare] ?? '';
  const clan = clanOf(own);
  const word = plain[bare + 1];
  if (clan === null || word === undefined) return null;
  const text = plain.slice(at, bare + 2).join(' ');
  const article = bare !== at || own.length > clan.length + 1;
  return { word: joinClan(clan, text, word, article), end: bare + 1, joins: null };
}

function readPlain(plain: readonly string[], at: number, bare: number, before: number): Read {
  const opener = plain[bare] ?? '';
  const son = afterJoinedSon(opener);
  if (son !== null && bare === at) {
    return { word: { ...foldWord(son), text: opener }, end: bare, joins: null };
  }
  const folded = foldWord(opener);
  const isLast = bare === plain.length - 1;
  const long = before > 0 || isLast ? undefined : ABBREVIATIONS_BEFORE_NAMES.get(opener);
  if (long !== undefined) return { word: { ...folded, folded: long }, end: bare, joins: null };
  if (bare === at) return { word: folded, end: bare, joins: null };
  const text = `${plain[at] ?? ''} ${folded.text}`;
  return { word: { ...folded, text, article: true }, end: bare, joins: null };
}

function readHead(plain: readonly string[], at: number, head: NameHead, article: boolean): Read {
  let end = at + 1;
  const texts: string[] = [];
  while (end < plain.length - 1 && skippedAfterHead(plain[end] ?? '')) {
    texts.push(plain[end] ?? '');
    end += 1;
  }
  const word = plain[end] ?? '';
  const text = [...texts, word].join(' ');
  const inner = splitHead(word);
  const rest = inner?.head === 'abd' ? foldWord(word).folded : word;
  const whole = `${plain[at] ?? ''} ${text}`;
  return { word: joinHead(head, whole, rest, article), end, joins: null };
}

function bareOf(word: string): string {
  return word.startsWith('ال') ? word.slice(2) : word;
}

function skippedAfterHead(word: string): boolean {
  return isArticle(word) || headOf(word) === 'abd';
}
