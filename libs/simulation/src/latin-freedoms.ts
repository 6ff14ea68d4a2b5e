import type { Random } from './random.js';
import { titleCase } from './spelling-rules.js';
import type { Tradition } from './traditions.js';

type Rule = readonly [RegExp, string];

/** What people of every tradition do: vowels that Arabic does not write are heard as they fall. */
const everywhere: readonly Rule[] = [
  [/(?<=[b-df-hj-np-tv-z])a(?=[b-df-hj-np-tv-z])/, 'e'],
  [/(?<=[b-df-hj-np-tv-z])e(?=[b-df-hj-np-tv-z])/, 'a'],
  [/(?<=[b-df-hj-np-tv-z])i(?=[b-df-hj-np-tv-z])/, 'e'],
  [/(?<=[b-df-hj-np-tv-z])e(?=[b-df-hj-np-tv-z])/, 'i'],
  [/([b-df-hj-np-tv-z])\1/, '$1'],
  [/(?<=[aeiou])([lmnrsz])(?=[aeiou])/, '$1$1'],
  [/a$/, 'ah'],
  [/ah$/, 'a'],
  [/q/, 'k'],
  [/'/, ''],
  [/^(abd) ?-?(?:el|al|ul|ur|ar|er)[ -]?(?!l?ah)/, '$1al '],
  [/[ -](?:al|el|ed|ad|ud)[ -]?d[ie]n$/, 'eddin'],
];

/** What a tradition's own letters leave open. */
const ofTradition: Readonly<Record<Tradition, readonly Rule[]>> = {
  en: [
    [/ou/, 'u'],
    [/ou/, 'oo'],
    [/u/, 'o'],
    [/(?<=.)ee/, 'i'],
    [/i(?=[b-df-hj-np-tv-z]$)/, 'ee'],
    [/i$/, 'y'],
    [/y(?=[aeiou])/, 'i'],
    [/ai/, 'ay'],
    [/ei/, 'ai'],
    [/gh/, 'g'],
  ],
  fr: [
    [/ou/, 'u'],
    [/e(?=[b-df-hj-np-tv-z]$)/, 'é'],
    [/dj/, 'j'],
    [/k(?!h)/, 'c'],
    [/i$/, 'y'],
    [/y(?=[aeiou])/, 'i'],
    [/ch/, 'sh'],
    [/gh/, 'g'],
    [/n$/, 'ne'],
    [/ei/, 'aï'],
    [/w/, 'ou'],
  ],
  de: [
    [/sch/, 'sh'],
    [/kh/, 'ch'],
    [/j/, 'dsch'],
    [/y(?=[aeiou])/, 'j'],
    [/ei/, 'ai'],
    [/ei/, 'ey'],
    [/i(?=[b-df-hj-np-tv-z])/, 'ie'],
    [/z/, 's'],
    [/w/, 'u'],
  ],
  tr: [
    [/d$/, 't'],
    [/b$/, 'p'],
    [/c/, 'j'],
    [/ş/, 's'],
    [/ü/, 'u'],
    [/u/, 'ü'],
    [/i/, 'ı'],
    [/g/, 'ğ'],
    [/v/, 'w'],
    [/h(?=[b-df-hj-np-tv-z])/, ''],
    [/k/, 'q'],
  ],
  ku: [
    [/î/, 'i'],
    [/û/, 'u'],
    [/ê/, 'e'],
    [/x/, 'h'],
    [/ş/, 's'],
    [/x/, 'kh'],
  ],
  chat: [
    [/7/, 'h'],
    [/5/, 'kh'],
    [/kh/, '5'],
    [/3/, 'a'],
    [/q/, '2'],
    [/q/, '8'],
    [/sh/, '4'],
    [/gh/, "3'"],
    [/(?<=[b-df-hj-np-tv-z0-9])[aeiou]+(?=[b-df-hj-np-tv-z0-9])/, ''],
    [/ou/, 'o'],
    [/ee/, 'i'],
    [/i(?=[b-df-hj-np-tv-z]$)/, 'ee'],
  ],
};

/**
 * One liberty that people take with a usual spelling, if the word has room for any. Written by hand
 * from general knowledge of how Syrian names are met in each country; no list was learned from.
 */
export function spellFreely(random: Random, word: string, tradition: Tradition): string {
  // A dotted capital would leave its dot behind as a sign of its own.
  const lower = word.replace('İ', 'i').toLowerCase();
  const rules = random.chance(0.5) ? ofTradition[tradition] : everywhere;
  const possible = rules.filter(([from]) => from.test(lower));
  if (possible.length === 0) return word;
  const [from, to] = random.pick(possible);
  const changed = lower.replace(from, to).trimEnd();
  return tradition === 'chat' ? changed : titleCase(changed);
}
