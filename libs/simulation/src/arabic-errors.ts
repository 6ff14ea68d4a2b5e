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

/** What a reader makes of a bad card: a dot seen or missed, a letter lost, an end cropped, a space lost. */
export function misreadArabic(random: Random, word: string): string {
  const kind = random.float();
  if (kind < 0.6) return confuseDots(random, word);
  if (kind < 0.8) return loseLetter(random, word);
  if (kind < 0.9 && word.length > 4) return word.slice(0, -1);
  return word.includes(' ') ? word.replace(' ', '') : confuseDots(random, word);
}

/** What a hurried hand types: a letter lost, doubled or swapped with the next. */
export function mistype(random: Random, word: string): string {
  const kind = random.float();
  if (kind < 0.4) return loseLetter(random, word);
  const at = random.below(Math.max(1, word.length - 1));
  const [letter, next] = [word.charAt(at), word.charAt(at + 1)];
  const middle = kind < 0.7 ? letter + letter + next : next + letter;
  return word.slice(0, at) + middle + word.slice(at + 2);
}

function confuseDots(random: Random, word: string): string {
  const places = [...word].flatMap((letter, at) => {
    const group = lookAlike.find((letters) => letters.includes(letter));
    return group === undefined ? [] : [{ at, others: group.replace(letter, '') }];
  });
  if (places.length === 0) return loseLetter(random, word);
  const { at, others } = random.pick(places);
  return word.slice(0, at) + others.charAt(random.below(others.length)) + word.slice(at + 1);
}

function loseLetter(random: Random, word: string): string {
  if (word.length < 4) return word;
  const at = 1 + random.below(word.length - 1);
  return word.slice(0, at) + word.slice(at + 1);
}
