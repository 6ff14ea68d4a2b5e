import type { NameToken } from '../types.js';
import letters from './key-letters.json' with { type: 'json' };

/** Ways to read one letter, or two that are one: a sound class each, empty where it is none. */
type Readings = readonly string[];

const MOST_SIGNS = 4;
/** Codes that a word may have; a word with more ambiguous letters is read in the likelier ways. */
const MOST_CODES = 6;
/** Longer codes are cut: no name has so many consonants. */
const MOST_SOUNDS = 12;
/** A word that begins or ends with a vowel: a letter of the code, since it tells short names apart. */
const VOWEL = 'a';

function readTable(table: Readonly<Record<string, string>>): Map<string, Readings> {
  return new Map(
    Object.entries(table).map(([signs, sounds]) => [
      signs,
      sounds.split(' ').map((sound) => (sound === '-' ? '' : sound)),
    ]),
  );
}

const ARABIC = readTable(letters.arabic);
const LATIN = readTable(letters.latin);
const LATIN_VOWEL = /[aeiouyw]/u;
/** د at the end is t to Turkish ears; ه there is heard as a vowel, or not at all. */
const ARABIC_ENDS = new Map<string, Readings>([
  ['د', ['d', 't']],
  ['ه', [VOWEL]],
]);

/** Codes of a word, one for each way to read it, letter after letter. */
class Codes {
  private codes: string[] = [''];

  add(readings: Readings): void {
    if (readings.length === 1) {
      const [only = ''] = readings;
      for (let at = 0; at < this.codes.length; at += 1) this.codes[at] += only;
      return;
    }
    const next: string[] = [];
    for (const sound of readings) for (const code of this.codes) next.push(code + sound);
    this.codes = next.slice(0, MOST_CODES);
  }

  addTo(codes: Set<string>): void {
    for (const code of this.codes) {
      const single = code.replace(/(.)\1+/gu, '$1').slice(0, MOST_SOUNDS);
      if (single !== '') codes.add(single);
    }
  }
}

/** At the edges of a word a sign that may be silent is a vowel there. */
function atEdge(readings: Readings): Readings {
  return readings.map((sound) => (sound === '' ? VOWEL : sound));
}

function readArabic(word: string, codes: Set<string>): void {
  const found = new Codes();
  for (let at = 0; at < word.length; at += 1) {
    const ends = at === word.length - 1;
    const edge = ends || at === 0;
    const pair = ends ? undefined : ARABIC.get(word.slice(at, at + 2));
    const end = ends && at > 0 ? ARABIC_ENDS.get(word.charAt(at)) : undefined;
    if (pair !== undefined) at += 1;
    const readings = pair ?? end ?? ARABIC.get(word.charAt(at));
    if (readings !== undefined) found.add(readings);
    else if (edge) found.add([VOWEL]);
  }
  found.addTo(codes);
}

/** The longest signs of the table that stand at a place; empty where a vowel stands there. */
function signsAt(word: string, at: number): string {
  for (let count = MOST_SIGNS; count > 0; count -= 1) {
    const signs = word.slice(at, at + count);
    if (signs.length === count && LATIN.has(signs)) return signs;
  }
  return '';
}

/** A last h after a vowel is ح, or no sound; a last e of English or French is none either. */
function readEnd(word: string, signs: string, from: number): Readings | null {
  if (signs === 'h') return LATIN_VOWEL.test(word.charAt(from - 1)) ? ['h', VOWEL] : null;
  return signs === '' && word.slice(from) === 'e' ? [VOWEL, ''] : null;
}

function readLatin(word: string, codes: Set<string>): void {
  const found = new Codes();
  let at = 0;
  while (at < word.length) {
    const from = at;
    const signs = signsAt(word, at);
    if (signs === '') while (at < word.length && signsAt(word, at) === '') at += 1;
    else at += signs.length;
    const ends = at >= word.length;
    const readings = signs === '' ? [''] : (LATIN.get(signs) ?? ['']);
    const last = ends && from > 0 ? readEnd(word, signs, from) : null;
    found.add(last ?? (from === 0 || ends ? atEdge(readings) : readings));
  }
  found.addTo(codes);
}

/** An article written together with its name (Alfarsi, Lakhdar, Ashshami). */
const ARTICLE = /^(?:[aeiu]l|l(?=[aeiou])|[ae](?=([rsnzdt]|sh|ch)\1))(?=..)/u;

/** Letters of a Latin word: those of chat where it has digits, since one digit may be two letters. */
function latinLetters({ folded, spelling, article }: NameToken): string {
  if (!/\d/u.test(spelling)) return folded;
  const plain = spelling.replace(/[^a-z\d]/gu, '');
  return article ? plain.replace(/^[ae]l/u, '') : plain;
}

/**
 * Codes of a token by the sounds of its consonants, the same in both scripts, with `a` where it begins or
 * ends with a vowel (حسين, Hussein, Hüseyin: `hsn`; علي, Ali, 3ali: `ala`). Letters that are read in
 * several ways (c is k, ج or s; ذ is d or z) give several codes: spellings of one name have one in common.
 */
export function soundCodes(token: NameToken): Set<string> {
  const codes = new Set<string>();
  if (token.script === 'arabic') readArabic(token.folded, codes);
  if (token.script === 'latin') {
    const word = latinLetters(token);
    readLatin(word, codes);
    const bare = token.article ? word : word.replace(ARTICLE, '');
    if (bare !== word) readLatin(bare, codes);
  }
  if (codes.size === 0) codes.add(`=${token.folded}`);
  return codes;
}
