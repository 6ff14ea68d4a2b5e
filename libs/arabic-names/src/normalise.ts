import letters from './letters.json' with { type: 'json' };

/**
 * Longer texts are cut, before they are folded and after it (some signs are folded to many letters): no name is
 * that long, and every later step is bounded by it.
 */
export const MAX_NAME_LENGTH = 400;

const arabicLetters = new Map(Object.entries(letters.arabic));
const latinLetters = new Map(Object.entries(letters.latin));
const chatDigits = new Map(Object.entries(letters.chat));

const INVISIBLE = /[\p{Cf}\u0640]/gu;
const APOSTROPHES = /[\u0027\u0060\u00b4\u02b0-\u02ff\u2018-\u201b\u2032\u2035\uff07]/gu;
/** Accents typed for apostrophes (Sa´id), which Unicode would take for a space with a mark. */
const LONE_ACCENTS = /[\u00b4\u1fbd\u1fbf\u1ffd\u1ffe]/gu;
const DIGIT = /\p{Nd}/gu;
const IS_DIGIT = /^\p{Nd}$/u;

/** Texts of these signs alone have no digits but 0-9. */
const PLAIN = /^[ -~]*$/u;

/** Every decimal digit as 0-9: Unicode keeps a script's ten digits together, zero first. */
export function foldDigits(text: string): string {
  if (PLAIN.test(text)) return text;
  return text.normalize('NFKC').replace(DIGIT, (digit) => {
    const point = digit.codePointAt(0) ?? 0;
    let zero = point;
    while (point - zero < 9 && IS_DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
    return String(point - zero);
  });
}

/** Digits that stand for Arabic letters in chat spelling (7asan, 3ali), inside Latin words only. */
function foldChatWord(word: string): string {
  if (!/[a-z]/u.test(word) || !/[2356789]/u.test(word)) return word;
  const spelled = word.replace(/[3679]'|[256789]/gu, (sign) => chatDigits.get(sign) ?? '');
  return spelled.replace(/(?<=[aeiouy])3|3(?=[aeiouy])/gu, '').replace(/3/gu, 'a');
}

/** Texts of these letters alone, as most words are, are folded but for capitals. */
const FOLDED = /^[a-zابتثجحخدذرزسشصضطظعغفقكلمنهوي]+(?: [a-zابتثجحخدذرزسشصضطظعغفقكلمنهوي]+)*$/u;

/** True of words that `normalise` only puts in small letters, one space between two. */
export function isPlain(small: string): boolean {
  return FOLDED.test(small);
}

function foldLetter(letter: string): string {
  return arabicLetters.get(letter) ?? latinLetters.get(letter) ?? letter;
}

/** A text without what no reader sees, its apostrophes kept from being folded to spaces. */
export function visible(text: string): string {
  return text.replace(INVISIBLE, '').replace(LONE_ACCENTS, "'");
}

/** The beginning of a folded text, no sign of two UTF-16 units cut in half. */
function cutFolded(text: string): string {
  if (text.length <= MAX_NAME_LENGTH) return text;
  return text.slice(0, MAX_NAME_LENGTH).replace(/[\s\ud800-\udbff]+$/u, '');
}

/**
 * The form in which names are compared: lower case, presentation forms and digit shapes folded,
 * vowel signs, tatweel, invisible and bidi marks removed, letter variants of Arabic, Persian and
 * Kurdish writing folded, Latin diacritics and chat digits spelled out, all else but letters and
 * digits a single space. Takes any string, never throws; gives at most `MAX_NAME_LENGTH` UTF-16 units;
 * idempotent.
 */
export function normalise(text: string): string {
  const short = text.slice(0, MAX_NAME_LENGTH);
  const small = short.toLowerCase();
  if (isPlain(small)) return small;
  const plain = visible(short);
  const lower = foldDigits(plain).toLowerCase().normalize('NFC');
  const spelled = Array.from(lower, (letter) => latinLetters.get(letter) ?? letter).join('');
  const marked = spelled.replace(APOSTROPHES, "'").normalize('NFKD').replace(/\p{M}/gu, '');
  const words = marked.replace(/[\p{L}\p{Nd}']+/gu, foldChatWord).replace(/'/gu, '');
  const folded = Array.from(words, foldLetter).join('');
  return cutFolded(folded.replace(/[^\p{L}\p{Nd}]+/gu, ' ').trim());
}

/** Folding for quick-find boxes: `normalise` without articles and doubled Latin letters. */
export function foldForSearch(text: string): string {
  return normalise(text)
    .split(' ')
    .filter((word) => word !== 'al' && word !== 'el')
    .map((word) => (word.startsWith('ال') && word.length > 4 ? word.slice(2) : word))
    .map((word) => word.replace(/([a-z])\1+/gu, '$1'))
    .join(' ');
}
