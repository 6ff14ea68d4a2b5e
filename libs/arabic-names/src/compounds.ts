import { armenianOf, armenianOfTwo } from './armenian.js';
import { LATIN_GOD, splitHead } from './heads.js';
import { remembered } from './remembered.js';
import { beforeSon, beforeTail, foldedTail, foldTail, GOD, stripArabicArticle } from './tails.js';
import type { NameHead } from './types.js';
import { ABBREVIATIONS, ARTICLES } from './words.js';

/** Words of one name joined into what is compared. */
export interface FoldedWord {
  readonly text: string;
  readonly folded: string;
  readonly article: boolean;
  readonly head: NameHead | null;
}

/** A word that is only an article; it belongs to the word after it. */
export function isArticle(word: string): boolean {
  return ARTICLES.has(word);
}

/** The second half of عبد الإله, which without its article would be that of عبد الله. */
const DEITY = 'الاه';

function single(word: string): string {
  return word.replace(/^([a-z])\1/u, '$1');
}

/** An article written to the second half: Alrahman, Arrahman. */
const LATIN_ARTICLE = /^[ae](?:l(?=[a-z]{4})|(?=(?:rr|ss|nn|zz)[a-z]{3}))/u;

/** Names of God that are spoken in ways that no other name has: عبد السلام, عبد ربه. */
const SERVED: readonly (readonly [RegExp, string])[] = [
  [/^sall?[ae]m$/u, 'salam'],
  [/^rabb?(?:o|ou|u|uh|oh)$/u, 'rabbah'],
];

function latinAfterAbd(rest: string): string {
  // The last e of Abderrahmane is not spoken.
  const bare = single(rest.replace(LATIN_ARTICLE, '')).replace(/(?<=[aeiou][mn])e$/u, '');
  return SERVED.find(([spoken]) => spoken.test(bare))?.[1] ?? bare;
}

/** The second half of a servant's compound (عبدالله, Abdulrahman), its article dropped. */
function afterAbd(rest: string): string {
  if (LATIN_GOD.test(rest)) return GOD.latin;
  if (/^[a-z]/u.test(rest)) return latinAfterAbd(rest);
  if (rest === 'الاله') return DEITY;
  return rest === 'الله' || rest === 'لله' ? GOD.arabic : stripArabicArticle(rest);
}

/** The second half of أم كلثوم. */
const LATIN_KULTHUM = /^[kgq][aeou]+l[st]h?[ou]+m$/u;

/** The second half of أبو بكر as the Maghreb and West Africa write it: Boubacar. */
const LATIN_BAKR = /^b[ae](?:k+|c)(?:eu|[aei])?r$/u;

function afterHead(head: NameHead, rest: string): string {
  if (head === 'abd') return afterAbd(rest);
  if (head === 'abu' && LATIN_BAKR.test(rest)) return 'bakr';
  return head === 'umm' && LATIN_KULTHUM.test(rest) ? 'kulthum' : stripArabicArticle(rest);
}

/** What stands before أوغلو: a compound there (Abdullahoğlu) as one word. */
function sonOf(before: string): string {
  const split = splitHead(before);
  if (split?.head !== 'abd') return before;
  return (/^[a-z]/u.test(before) ? 'abd' : 'عبد') + afterAbd(split.rest);
}

/** The name of a clan written to its article: Albukamali. */
const LATIN_CLAN = /^[ae]lbo?u([bcdfghjklmnpqrstvwxz][a-z]{2,})$/u;
const CLANS = new Map([
  ...['بو', 'البو'].map((word) => [word, 'بو'] as const),
  ...['bu', 'bou', 'albu', 'albou', 'elbu'].map((word) => [word, 'bu'] as const),
]);

/** The first half of a clan's name, as a word of its own (البو كمال); null where it is none. */
export function clanOf(word: string): string | null {
  return CLANS.get(word) ?? null;
}

/** An Armenian name in two words (قره بيت), as one; null of other words. */
export function joinArmenian(first: string, second: string): FoldedWord | null {
  const folded = armenianOfTwo(first, second);
  if (folded === null) return null;
  return { text: `${first} ${second}`, folded, article: false, head: null };
}

/** A clan's name written in two words. */
export function joinClan(clan: string, text: string, word: string, article: boolean): FoldedWord {
  return { text, folded: clan + stripArabicArticle(word), article, head: null };
}

function foldAlone(word: string): FoldedWord {
  const long = ABBREVIATIONS.get(word);
  if (long !== undefined) return { text: word, folded: long, article: false, head: null };
  const armenian = armenianOf(word);
  if (armenian !== null) return { text: word, folded: armenian, article: false, head: null };
  const before = beforeSon(word);
  if (before !== null) return { text: word, folded: sonOf(before), article: false, head: 'oglu' };
  const clan = LATIN_CLAN.exec(word);
  if (clan !== null) return { text: word, folded: `bu${clan[1] ?? ''}`, article: true, head: null };
  const split = splitHead(word.replace(/^ال(?=عبدال)/u, ''));
  if (split !== null) {
    const { head, rest } = split;
    return { text: word, folded: afterHead(head, rest), article: word.startsWith('ال'), head };
  }
  const stripped = word === 'الله' ? word : stripArabicArticle(word);
  return { text: word, folded: foldTail(stripped), article: stripped !== word, head: null };
}

const MOST_FOLDED = 2 ** 15;

/** One word as it stands: takes apart what was written together (عبدالرحمن, Abdulrahman, ابوخالد). */
export const foldWord = remembered(foldAlone, MOST_FOLDED);

/** A head and the word after it, an article in between already dropped. */
export function joinHead(head: NameHead, text: string, word: string, article: boolean): FoldedWord {
  return { text, folded: afterHead(head, word), article, head };
}

/** A name and its second half (نور الدين), the article in between dropped. */
export function joinTail(before: FoldedWord, tail: string): FoldedWord {
  const folded = foldedTail(tail);
  return {
    ...before,
    text: `${before.text} ${tail}`,
    folded: beforeTail(before.folded, folded) + folded,
  };
}

/** A name and the Turkish "son of" after it. */
export function joinSon(before: FoldedWord, son: string): FoldedWord {
  return { ...before, text: `${before.text} ${son}`, head: 'oglu' };
}
