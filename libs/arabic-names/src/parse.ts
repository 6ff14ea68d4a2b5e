import {
  type FoldedWord,
  foldWord,
  headOf,
  isArticle,
  isTail,
  joinHead,
  joinTail,
} from './compounds.js';
import { normalise } from './normalise.js';
import { readingsOf } from './roles.js';
import { scriptOf } from './script.js';
import { spellWords, type SpelledWord } from './spelling.js';
import type { NameParts, NameRole, NameToken, ParsedName, Script } from './types.js';
import { ALIAS_MARKS, NO_NAMES, SONS, TITLES } from './words.js';

/** More words than this are not read: a comparison aligns every token with every other. */
const MAX_WORDS = 16;

interface Word extends FoldedWord {
  readonly spelling: string;
  readonly whole: string;
  readonly script: Script;
  /** Stands after بن: the next part up the father's line. */
  readonly afterSon: boolean;
  /** Stands after "known as". */
  readonly alias: boolean;
}

/** Folded words of a text: heads, articles and second halves joined, titles dropped. */
function readWords(text: string): Word[] {
  const spelled = NO_NAMES.has(normalise(text)) ? [] : spellWords(text).slice(0, MAX_WORDS);
  const plain = spelled.map(({ folded }) => folded);
  const words: Word[] = [];
  let afterSon = false;
  let alias = false;
  for (let at = 0; at < plain.length; at += 1) {
    const word = plain[at] ?? '';
    if (SONS.has(word) && plain.length > 1) afterSon = words.length > 0;
    else if (ALIAS_MARKS.has(word)) alias = true;
    else if (TITLES.has(word) && plain.length > 1 && at === 0) continue;
    else {
      const read = readOne(plain, at, words);
      const own = spelled.slice(at, read.end + 1);
      const spelling = spellingOf(read, own);
      const whole = lettersOf(own);
      const last = words[words.length - 1];
      if (read.joinsBefore && last !== undefined) {
        words[words.length - 1] = { ...last, ...read.word, spelling, whole: last.whole + whole };
      } else {
        const script = scriptOf(read.word.folded);
        words.push({ ...read.word, spelling, whole, script, afterSon, alias });
      }
      at = read.end;
      afterSon = false;
    }
  }
  return words;
}

interface Read {
  word: FoldedWord;
  end: number;
  joinsBefore: boolean;
}

/** A compound is compared by its folded form, in which its writings are one; other words by their own letters. */
function spellingOf({ word, joinsBefore }: Read, spelled: readonly SpelledWord[]): string {
  const last = spelled[spelled.length - 1];
  const bare = last?.folded.replace(/^ال(?=..)/u, '');
  const isPlain =
    word.head === null && !joinsBefore && (word.folded === bare || word.folded === last?.folded);
  return isPlain ? lettersOf(spelled) : word.folded;
}

function lettersOf(spelled: readonly SpelledWord[]): string {
  return spelled.map(({ spelling }) => spelling).join('');
}

/** Reads one name from `at`: [head] [article] word, or the second half of the word before. */
function readOne(plain: readonly string[], at: number, before: readonly Word[]): Read {
  const word = plain[at] ?? '';
  const next = plain[at + 1];
  const last = before[before.length - 1];
  const bare = isArticle(word) && next !== undefined ? at + 1 : at;
  const tail = plain[bare] ?? '';
  if (last !== undefined && isTail(tail) && tail.length > 2 && last.head === null) {
    return { word: joinTail(last, tail), end: bare, joinsBefore: true };
  }
  const opener = plain[bare] ?? '';
  const head = headOf(opener) ?? headOf(opener.replace(/^ال/u, ''));
  if (head !== null && plain[bare + 1] !== undefined) {
    const read = readHead(plain, bare, head);
    const article = bare !== at || headOf(opener) === null;
    return { ...read, word: { ...read.word, article } };
  }
  const folded = foldWord(opener);
  const text = bare === at ? folded.text : `${word} ${folded.text}`;
  const article = bare !== at || folded.article;
  return { word: { ...folded, text, article }, end: bare, joinsBefore: false };
}

function readHead(plain: readonly string[], at: number, head: 'abd' | 'abu' | 'umm'): Read {
  let end = at + 1;
  const texts: string[] = [];
  while (
    end < plain.length - 1 &&
    (isArticle(plain[end] ?? '') || headOf(plain[end] ?? '') === 'abd')
  ) {
    texts.push(plain[end] ?? '');
    end += 1;
  }
  const word = plain[end] ?? '';
  const inner = foldWord(word);
  const text = [...texts, word].join(' ');
  return {
    word: joinHead(head, plain[at] ?? '', inner.head === 'abd' ? inner.folded : word, text),
    end,
    joinsBefore: false,
  };
}

function toTokens(words: readonly Word[], readings: readonly (readonly NameRole[])[]): NameToken[] {
  return words.map(({ text, folded, spelling, whole, script, article, head }, at) => ({
    text,
    folded,
    spelling,
    whole,
    script,
    article,
    head,
    roles: [...new Set(readings.flatMap((reading) => reading[at] ?? []))],
  }));
}

const FIELDS: readonly [keyof NameParts, NameRole][] = [
  ['given', 'given'],
  ['father', 'father'],
  ['grandfather', 'grandfather'],
  ['family', 'family'],
  ['kunya', 'kunya'],
];

function parseParts(parts: NameParts): ParsedName {
  const words: Word[] = [];
  const roles: NameRole[] = [];
  const texts: string[] = [];
  for (const [field, role] of FIELDS) {
    const text = parts[field] ?? '';
    if (text.trim() === '') continue;
    texts.push(text);
    for (const word of readWords(text)) {
      words.push(word);
      roles.push(role);
    }
  }
  const readings = [roles];
  const original = texts.join(' ');
  return {
    original,
    normalised: normalise(original),
    tokens: toTokens(words, readings),
    explicit: true,
    readings,
  };
}

/**
 * Reads a name as one string, or as the fields of a form. A string's roles come from positions, with
 * several readings where the form allows several; a form's from its fields. Any Unicode string is
 * read without error, in time bounded by `MAX_NAME_LENGTH`; a text that names nobody has no tokens.
 */
export function parseName(input: string | NameParts): ParsedName {
  if (typeof input !== 'string') return parseParts(input);
  const normalised = normalise(input);
  const words = readWords(input);
  const readings = readingsOf(words);
  return {
    original: input,
    normalised,
    tokens: toTokens(words, readings),
    explicit: false,
    readings,
  };
}
