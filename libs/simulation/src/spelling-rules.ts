import type { Tradition } from './traditions.js';

type Rule = readonly [RegExp, string];

const french: readonly Rule[] = [
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
  [/sh/g, 'sch'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  [/q/g, 'k'],
];
const turkish: readonly Rule[] = [
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
 * general ones (sh, ch, sch, ş); where usage differs, the vocabulary gives the spelling itself.
 */
export function spellByRule(english: string, arabic: string, tradition: Tradition): string {
  if (tradition === 'en') return english;
  if (tradition === 'chat') return chat(english.toLowerCase(), arabic);
  const spelled = rules[tradition].reduce(
    (word, [from, to]) => word.replace(from, to),
    english.toLowerCase(),
  );
  return titleCase(spelled);
}

/** Every word and every part after a hyphen begins with a capital letter. */
export function titleCase(text: string): string {
  return text.replace(/(^|[ -])(\p{L})/gu, (_, before: string, letter: string) => {
    return before + (letter === 'i' ? 'I' : letter.toUpperCase());
  });
}

/** Digits stand for the sounds that Latin letters lack: 7 for ح, 3 for ع, 5 for خ, 2 for ء. */
function chat(english: string, arabic: string): string {
  const stem = arabic.replace(/^ال/, '');
  let word = english.replace(/kh/g, '5').replace(/'/g, stem.includes('ع') ? '3' : '2');
  if (stem.startsWith('ع') && /^[aeiou]/.test(word)) word = `3${word}`;
  return throat(word, stem);
}

/** The n-th plain h of the spelling is the n-th ح or ه of the name, where their counts agree. */
function throat(word: string, arabic: string): string {
  const letters = arabic.match(/[حه]/g) ?? [];
  const plain = /(?<![ksdtgc])h/g;
  if ((word.match(plain) ?? []).length !== letters.length) return word;
  let at = 0;
  return word.replace(plain, () => (letters[at++] === 'ح' ? '7' : 'h'));
}
