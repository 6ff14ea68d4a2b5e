import { LATIN_GOD } from './heads.js';
import { ARABIC_TAILS, LATIN_TAILS, SONS_AFTER, TAILS_AFTER_ARTICLE } from './words.js';

/** How the name of God is written inside a compound: one form a script, near to its sound. */
export const GOD = { arabic: 'اله', latin: 'alah' } as const;

/** True where the word cannot stand alone but belongs to the word before it. */
export function isTail(word: string, afterArticle: boolean): boolean {
  if (ARABIC_TAILS.has(word) || LATIN_TAILS.has(word)) return true;
  return afterArticle && TAILS_AFTER_ARTICLE.has(word);
}

export function stripArabicArticle(word: string): string {
  return word.startsWith('ال') && word.length > 3 ? word.slice(2) : word;
}

/** Writings of الدين after its article, joined or not: -din, -deen, -eddine, -ettin. */
const LATIN_DIN = /^[aeiou]?(?:l?d?d|tt)(?:ee|i|y)ne?$/u;
const OTHER_TAILS: readonly (readonly [RegExp, string])[] = [
  [/islam$/u, 'islam'],
  [/h[au][qk]+$/u, 'haq'],
  [/zaman$/u, 'zaman'],
  [/h[ou]+da$/u, 'huda'],
  [/zahraa?$/u, 'zahra'],
  [/r[ae]h?ma+ne?$/u, 'rahman'],
  [/[ae]b[ie]d(?:i|ee)ne?$/u, 'abidin'],
];

const ARABIC_FORMS = new Map([
  ['الله', GOD.arabic],
  ['الرحمان', 'رحمن'],
]);

/** A second half of a compound as it is compared. */
export function foldedTail(tail: string): string {
  if (!/^[a-z]/u.test(tail)) return ARABIC_FORMS.get(tail) ?? stripArabicArticle(tail);
  if (LATIN_DIN.test(tail)) return 'din';
  if (LATIN_GOD.test(tail)) return GOD.latin;
  return OTHER_TAILS.find(([writing]) => writing.test(tail))?.[1] ?? tail;
}

const ARABIC_TAIL = /^(\p{Script=Arabic}{2,})ال(?:له|(دين|اسلام|هدي|زمان|حق|زهرا|رحمن|عابدين))$/u;

function foldArabic(word: string): string {
  const match = ARABIC_TAIL.exec(word);
  if (match === null) return word;
  const tail = match[2] ?? GOD.arabic;
  return beforeTail(match[1] ?? '', tail) + tail;
}

/** First halves that end in ة, which is spoken before the name of God. */
const LATIN_BOUND = /^(?:h[ei]b|ra[h]?m|n[aei]+m)[ae]h?$/u;

/** The first half of a compound as it sounds before its second: محيي with one ي, نعمة with its t. */
export function beforeTail(first: string, tail: string): string {
  if (tail === GOD.arabic) return first.replace(/(?<=..)(?<!ال)ه$/u, 'ت');
  if (tail === GOD.latin) return LATIN_BOUND.test(first) ? first.replace(/h?$/u, 't') : first;
  if (tail === 'دين') return first.replace(/يي$/u, 'ي');
  return tail === 'din' ? first.replace(/(?<=[^aeiou])(?:yi|y)$/u, 'i') : first;
}

/** -eddin, and -eldin after a consonant: English names in -den and -ldin are no compounds. */
const DOUBLE_DIN = /^([a-z]{2,}?(?:(?=[aeiou])|[^aeiou]))[aeiou]{0,2}dd(?:ee|i|ie|y)ne?$/u;
const ARTICLE_DIN = /^([a-z]+?[^aeiou]|[dz]h?i)[aeiou]{1,3}ldd?(?:ee|i|ie|y)ne?$/u;
/** -edin with one letter, after a consonant. */
const SINGLE_DIN = /^([a-z]{2,}?[^aeiou])[eu]d(?:ee|i)ne?$/u;
/** Turkish: Nurettin, Selahattin, Muhittin. */
const TURKISH_DIN = /^([aeiou][^aeiou]|[a-z]{2,}?[^aeiou])[aei]{1,2}ttin$/u;
const LATIN_ALLAH = /^([a-z]{2,}?)[aeou]ll?ah$/u;
const LATIN_OTHERS =
  /^([a-z]{2,}?)[aeiou](?:l(?:(islam)|(?:h[au]qq?)|(h[ou]+da)|([ae]bid(?:i|ee)ne?))|z(zaman)|(?:z|l)(zahraa?)|r(r[ae]h?ma+ne?))$/u;

/** After a first half that ends in i: Mohieddine, Takiyüddin, Muhittin. */
const DIN_AFTER_I =
  /^((?:[a-z]*[^aeiou](?=i?y?[eu]|yi)|m[aou]h(?=i)))(?:(?:i|y|iy)[eu]|yi|i)(?:dd|tt)(?:ee|i|ie|y)ne?$/u;

function dinOf(word: string): RegExpExecArray | null {
  const double = DOUBLE_DIN.exec(word) ?? ARTICLE_DIN.exec(word);
  return double ?? SINGLE_DIN.exec(word) ?? TURKISH_DIN.exec(word);
}

function foldLatin(word: string): string {
  const god = LATIN_ALLAH.exec(word);
  if (god !== null) return (god[1] ?? '') + GOD.latin;
  const afterI = DIN_AFTER_I.exec(word);
  if (afterI !== null) return `${afterI[1] ?? ''}idin`;
  const din = dinOf(word);
  if (din !== null) return `${din[1] ?? ''}din`;
  const other = LATIN_OTHERS.exec(word);
  if (other === null) return word;
  const tail = other.slice(2).find((half) => half !== undefined);
  return (other[1] ?? '') + foldedTail(tail ?? 'haq');
}

/** Second halves written together with the first (nuraldin, noureddine, atiqullah) as `foldedTail` has them. */
export function foldTail(word: string): string {
  return /^[a-z]/u.test(word) ? foldLatin(word) : foldArabic(word);
}

const LATIN_SON = /^([a-z]{3,}?)(?:ogh?lu|oglou|[ou]ghli)$/u;
const ARABIC_SON = /^(\p{Script=Arabic}{3,}?)(?:ا?وغل[وي]|اغلو)$/u;

/** What is left of a word without the Turkish "son of" at its end (Kasımoğlu); null where it has none. */
export function beforeSon(word: string): string | null {
  return (/^[a-z]/u.test(word) ? LATIN_SON : ARABIC_SON).exec(word)?.[1] ?? null;
}

/** The Turkish "son of" as a word of its own. */
export function isSonAfter(word: string): boolean {
  return SONS_AFTER.has(word);
}
