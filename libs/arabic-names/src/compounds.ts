import type { NameHead } from './types.js';
import { ARABIC_TAILS, ARTICLES, LATIN_TAILS } from './words.js';

/** Words of one name joined into what is compared. */
export interface FoldedWord {
  readonly text: string;
  readonly folded: string;
  readonly article: boolean;
  readonly head: NameHead | null;
}

const LATIN_ABD = /^[ae]bd(?:[aeiou]{0,2}(?:l(?!l)|(?=ll)|(?=(rr|ss|nn|zz|dd|tt|sh)))|(?=[a-z]))/u;
const HEADS = new Map<string, NameHead>([
  ...[
    'عبد',
    'abd',
    'abdul',
    'abdel',
    'abdal',
    'abdol',
    'abdoul',
    'abdu',
    'abdur',
    'abdus',
    'ebd',
    'abid al',
  ].map((word): [string, NameHead] => [word, 'abd']),
  ...['ابو', 'ابي', 'ابا', 'abu', 'abou', 'ebu', 'abo', 'aboo'].map((word): [string, NameHead] => [
    word,
    'abu',
  ]),
  ...['ام', 'um', 'umm', 'oum', 'om'].map((word): [string, NameHead] => [word, 'umm']),
]);

/** The head that a word of its own is, if it is one. */
export function headOf(word: string): NameHead | null {
  return HEADS.get(word) ?? null;
}

/** True where the word cannot stand alone but belongs to the word before it. */
export function isTail(word: string): boolean {
  return ARABIC_TAILS.has(word) || LATIN_TAILS.has(word);
}

/** A word that is only an article; it belongs to the word after it. */
export function isArticle(word: string): boolean {
  return ARTICLES.has(word);
}

function single(word: string): string {
  return word.replace(/^([a-z])\1/u, '$1');
}

const LATIN_GOD = /^[aeiou]?ll?ah?$/u;

/** How the name of God is written inside a compound: one form a script, near to its sound. */
const GOD = { arabic: 'اله', latin: 'alah' } as const;

/** The second half of a servant's compound (عبدالله, Abdulrahman), its article dropped. */
function afterAbd(rest: string): string {
  if (LATIN_GOD.test(rest)) return GOD.latin;
  if (/^[a-z]/u.test(rest)) return single(rest);
  return rest === 'الله' || rest === 'لله' ? GOD.arabic : stripArabicArticle(rest);
}

function stripArabicArticle(word: string): string {
  return word.startsWith('ال') && word.length > 3 ? word.slice(2) : word;
}

function joinedAbd(word: string): string | null {
  if (word.startsWith('عبدال') && word.length > 6) return word.slice(3);
  const match = LATIN_ABD.exec(word);
  if (match === null) return null;
  const rest = word.slice(match[0].length);
  if (LATIN_GOD.test(rest) || /^[ae]bd[aeiou]ll?ah?$/u.test(word)) return GOD.latin;
  if (match[0].length === 3 && !/^[bcdfghjklmnpqrstvwxz]/u.test(rest)) return null;
  return /^[ae]bd[aeiou]{1,2}l?atif/u.test(word) ? 'latif' : rest.length > 2 ? rest : null;
}

function joinedAbu(word: string): string | null {
  if (/^ابو(?:ال)?\p{L}{3,}$/u.test(word)) return stripArabicArticle(word.slice(3));
  const match =
    /^ab(?:ou|u)(?:l(?=[bcdfghjkmnpqrstvwxz]))?(?=[bcdfghjklmnpqrstvwxz][a-z]{3,}$)/u.exec(word);
  return match === null ? null : word.slice(match[0].length);
}

/** One word as it stands: takes apart what was written together (عبدالرحمن, Abdulrahman, ابوخالد). */
export function foldWord(word: string): FoldedWord {
  const abd = joinedAbd(word.replace(/^ال(?=عبدال)/u, ''));
  if (abd !== null)
    return { text: word, folded: afterAbd(abd), article: word.startsWith('ال'), head: 'abd' };
  const abu = joinedAbu(word);
  if (abu !== null) return { text: word, folded: abu, article: false, head: 'abu' };
  const stripped = word === 'الله' ? word : stripArabicArticle(word);
  return { text: word, folded: foldTail(stripped), article: stripped !== word, head: null };
}

/** Second halves written together with the first (nuraldin, noureddine, atiqullah) as `joinTail` has them. */
function foldTail(word: string): string {
  if (/^\p{Script=Arabic}{2,}الله$/u.test(word)) return word.slice(0, -4) + GOD.arabic;
  if (/^[a-z]{2,}[aeou]ll?ah$/u.test(word)) return word.replace(/[aeou]ll?ah$/u, GOD.latin);
  if (/^\p{Script=Arabic}{2,}الدين$/u.test(word)) return `${word.slice(0, -5)}دين`;
  return word.replace(/^([a-z]{2,}?)[aeiou]{0,2}(?:ldd?|dd)(?:ee|i|ie|y|e)ne?$/u, '$1din');
}

/** A head and the word after it, an article in between already dropped. */
export function joinHead(head: NameHead, headText: string, word: string, text: string): FoldedWord {
  const rest = head === 'abd' ? afterAbd(word) : stripArabicArticle(word);
  return { text: `${headText} ${text}`, folded: rest, article: false, head };
}

/** A name and its second half (نور الدين), the article in between dropped. */
export function joinTail(before: FoldedWord, tail: string): FoldedWord {
  const end = /^[a-z]/u.test(tail)
    ? latinTail(tail)
    : tail === 'الله'
      ? GOD.arabic
      : stripArabicArticle(tail);
  return { ...before, text: `${before.text} ${tail}`, folded: before.folded + end };
}

function latinTail(tail: string): string {
  if (/^[aeuo]?l?d?d(?:ee|i)ne?$/u.test(tail)) return 'din';
  return tail.endsWith('lah') ? GOD.latin : tail.replace(/^al/u, '');
}
