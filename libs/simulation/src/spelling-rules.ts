import { chatSpellings } from './chat-spelling.js';
import type { Tradition } from './traditions.js';

type Rule = readonly [RegExp, string];

const french: readonly Rule[] = [
  [/jj/g, 'j'],
  [/y$/, 'i'],
  [/sh/g, 'ch'],
  [/oo/g, 'ou'],
  [/ee/g, 'i'],
  [/u(?![aeiou])/g, 'ou'],
  [/o{2}u/g, 'ou'],
  [/aou(?=[^aeiou]|$)/g, 'au'],
  [/j/g, 'dj'],
  [/q/g, 'k'],
  [/wa/g, 'oua'],
  [/([aeiou])s([aeiou])/g, '$1ss$2'],
];
const german: readonly Rule[] = [
  [/(?<!s)ch/g, 'sh'],
  [/y$/, 'i'],
  [/sh/g, 'sch'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/q/g, 'k'],
];
const turkish: readonly Rule[] = [
  [/ch/g, 'sh'],
  [/y$/, 'i'],
  [/([ae])i/g, '$1y'],
  [/aa/g, 'a'],
  [/sh/g, 'ş'],
  [/kh/g, 'h'],
  [/gh/g, 'g'],
  [/th/g, 's'],
  [/dh/g, 'z'],
  [/j/g, 'c'],
  [/w/g, 'v'],
  [/q/g, 'k'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/([b-df-hj-np-tv-z])\1/g, '$1'],
  [/'/g, ''],
];
const kurdish: readonly Rule[] = [
  [/ch/g, 'sh'],
  [/y$/, 'i'],
  [/([ae])i/g, '$1y'],
  [/aa/g, 'a'],
  [/ee/g, 'î'],
  [/sh/g, 'ş'],
  [/kh/g, 'x'],
  [/gh/g, 'x'],
  [/th/g, 's'],
  [/dh/g, 'z'],
  [/j/g, 'c'],
  [/ou|oo/g, 'û'],
  [/i(?=[b-df-hj-np-tv-z])/g, 'î'],
  [/a(?=[b-df-hj-np-tv-z]{2})/g, 'e'],
  [/([b-df-hj-np-tv-z])\1/g, '$1'],
];
const rules: Readonly<Record<Exclude<Tradition, 'en' | 'chat'>, readonly Rule[]>> = {
  fr: french,
  de: german,
  tr: turkish,
  ku: kurdish,
};

/**
 * Spells a name of the English tradition as another tradition usually does. The rules are the
 * general ones (sh, ch, sch, ş); where usage differs, the vocabulary gives the spelling itself. More
 * than one where a tradition wavers, the usual first.
 */
export function spellByRule(english: string, arabic: string, tradition: Tradition): string[] {
  if (tradition === 'en') return [english];
  if (tradition === 'chat') return chatSpellings(english, arabic);
  const spelled = rules[tradition].reduce(
    (word, [from, to]) => word.replace(from, to),
    english.toLowerCase(),
  );
  return [titleCase(spelled)];
}

/** Every word and every part after a hyphen begins with a capital letter. */
export function titleCase(text: string): string {
  return text.replace(/(^|[ -])(\p{L})/gu, (_, before: string, letter: string) => {
    return before + (letter === 'i' ? 'I' : letter.toUpperCase());
  });
}
