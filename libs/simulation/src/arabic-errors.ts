import type { Random } from './random.js';

type Rule = readonly [RegExp, string];

/** Spellings that registrars and relatives take for the same name. */
const freedoms: readonly Rule[] = [
  [/[أإآ]/, 'ا'],
  [/ة$/, 'ه'],
  [/ى$/, 'ا'],
  [/ي$/, 'ى'],
  [/ؤ/, 'و'],
  [/ئ/, 'ي'],
  [/اء$/, 'ا'],
  [/^(عبد|أبو) /, '$1'],
  [/ الدين$/, 'الدين'],
  [/^ق(?=اسم)/, 'ج'],
  [/ظ(?=م$)/, 'ض'],
  [/ث(?=مان$)/, 'ت'],
  [/^(ال)?ذ/, '$1ز'],
  [/^ز(?=كريا)/, 'ذ'],
  [/^إس/, 'س'],
  [/^رضا$/, 'رضى'],
  [/^فاطمة$/, 'فطوم'],
];

/** Letters that differ by dots alone, or look alike in a hurried hand. */
const lookAlike: readonly string[] = ['بتثني', 'جحخ', 'دذ', 'رزو', 'سش', 'صض', 'طظ', 'عغ', 'فق'];

/** One freedom of spelling, if the word has room for any. */
export function respellArabic(random: Random, word: string): string {
  const possible = freedoms.filter(([from]) => from.test(word));
  if (possible.length === 0) return word;
  const [from, to] = random.pick(possible);
  return word.replace(from, to);
}

/** What a hurried hand types: a letter lost, doubled or swapped with the next. */
export function mistype(random: Random, word: string): string {
  const kind = random.float();
  if (kind < 0.4) return loseLetter(random, word);
  const at = Math.min(1, word.length - 1) + random.below(Math.max(1, word.length - 2));
  const [letter, next] = [word.charAt(at), word.charAt(at + 1)];
  const middle = kind < 0.7 ? letter + letter + next : next + letter;
  return word.slice(0, at) + middle + word.slice(at + 2);
}

/** A dot seen or missed, or a letter taken for one of its shape; a word without such loses a letter. */
export function confuseDots(random: Random, word: string): string {
  const places = [...word].flatMap((letter, at) => {
    const group = lookAlike.find((letters) => letters.includes(letter));
    return group === undefined ? [] : [{ at, others: group.replace(letter, '') }];
  });
  if (places.length === 0) return loseLetter(random, word);
  const { at, others } = random.pick(places);
  return word.slice(0, at) + others.charAt(random.below(others.length)) + word.slice(at + 1);
}

/** A letter other than the first is not read; short words stay as they are. */
export function loseLetter(random: Random, word: string): string {
  if (word.length < 4) return word;
  const at = 1 + random.below(word.length - 1);
  return word.slice(0, at) + word.slice(at + 1);
}

/** The end of the card is not in the photograph: one letter lacks, in long words two. */
export function cropEnd(word: string): string {
  if (word.length < 4) return word;
  return word.slice(0, word.length > 6 ? -2 : -1).trimEnd();
}

/** Letters that do not join the next: a gap after one is easily taken for a space. */
const apart = 'اأإآدذرزو';

/** A space seen after a letter that does not join the next. */
export function splitWord(random: Random, word: string): string {
  const places = [...word].flatMap((letter, at) => {
    const inside = at > 1 && at < word.length - 2 && word.charAt(at + 1) !== ' ';
    return inside && apart.includes(letter) ? [at + 1] : [];
  });
  if (places.length === 0) return word;
  const at = random.pick(places);
  return `${word.slice(0, at)} ${word.slice(at)}`;
}

/** Two neighbouring words written as one, if there are two. */
export function joinWords(random: Random, text: string): string {
  const words = text.split(' ');
  if (words.length < 2) return text;
  const at = random.below(words.length - 1);
  words.splice(at, 2, `${words[at] ?? ''}${words[at + 1] ?? ''}`);
  return words.join(' ');
}
