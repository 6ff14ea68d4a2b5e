import { ARTICLES, LINKS, SYNONYMS, withoutArticle } from './words.js';

/** What a name or a stretch of text is looked up by. */
export interface Keys {
  /** The words without articles and links, written together. */
  readonly exact: string;
  /** Forms in which usual spellings of one name are the same; the one of `exact` first. */
  readonly folded: readonly string[];
  /** True where the first word has the article. */
  readonly article: boolean;
}

const LATIN_FOLDS: readonly (readonly [RegExp, string])[] = [
  [/(?<=[a-z][aeiouy])h$|(?<=[a-z])h(?=[aeiou]?$)(?<![skgdtc]h)/u, ''],
  [/t?ch/gu, 'sh'],
  [/dj/gu, 'j'],
  [/ck|[qc]/gu, 'k'],
  [/ou|oo|[aeo][uw](?![aeiou])/gu, 'u'],
  [/[ae][iy](?![aeiou])/gu, 'A'],
  [/[ae]$/u, 'a'],
  [/[ow]/gu, 'u'],
  [/[ey]/gu, 'i'],
  [/([a-z])\1+/gu, '$1'],
];

function foldLatin(text: string): string {
  return LATIN_FOLDS.reduce((folded, [from, to]) => folded.replace(from, to), text);
}

const ARABIC_FOLDS = new Map([
  ['ظ', 'ض'],
  ['ذ', 'د'],
  ['ث', 'ت'],
]);

function foldArabic(text: string): string {
  return Array.from(text, (letter) => ARABIC_FOLDS.get(letter) ?? letter)
    .join('')
    .replace(/ا$/u, 'ه');
}

function fold(text: string): string {
  return /^[a-z]/u.test(text) ? foldLatin(text.replace(/([a-z])\1+/gu, '$1')) : foldArabic(text);
}

/** The keys of words as `normalise` leaves them. Pure. `exact` is empty where no word says anything. */
export function keysOf(words: readonly string[]): Keys {
  const told = words.filter((word) => !LINKS.has(word));
  const bare = told
    .filter((word) => !ARTICLES.has(word))
    .map(withoutArticle)
    .map((word) => SYNONYMS.get(word) ?? word);
  const exact = bare.join('');
  const [head = ''] = told;
  const article = ARTICLES.has(head) || withoutArticle(head) !== head;
  return { exact, folded: [...new Set([fold(exact), fold(told.join(''))])], article };
}
