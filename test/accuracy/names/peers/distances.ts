import { jaroWinkler } from '@skyra/jaro-winkler';
import { doubleMetaphone } from 'double-metaphone';
import { distance } from 'fastest-levenshtein';
import { bySimilarity } from '../method.js';
import { romanise } from './romanise.js';

/** How much of a tie between equal codes the letters decide. */
const LETTERS = 0.3;

/** 1 less the edits a letter of the longer text. */
function closeness(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 0 : 1 - distance(a, b) / longer;
}

/** As the package has it, but 0 where nothing is left of a name. */
function winkler(a: string, b: string): number {
  return a === '' || b === '' ? 0 : jaroWinkler(a, b);
}

interface Coded {
  readonly letters: string;
  readonly codes: readonly string[];
}

function closestCodes(a: Coded, b: Coded): number {
  let best = 0;
  for (const left of a.codes) {
    for (const right of b.codes) best = Math.max(best, closeness(left, right));
  }
  return best + LETTERS * winkler(a.letters, b.letters);
}

function metaphonesOf(text: string): Coded {
  const letters = romanise(text);
  const words = letters.split(' ').map((word) => doubleMetaphone(word));
  const codes = [0, 1].map((place) => words.map((word) => word[place] ?? '').join(' '));
  return { letters, codes: [...new Set(codes)] };
}

/** Consonants that spellings confuse, as one sign each; vowels and h are dropped. */
const CLASSES: readonly (readonly [RegExp, string])[] = [
  [/sh|ch|th|dh|[sz]/g, 's'],
  [/[qgkxc]/g, 'k'],
  [/[td]/g, 't'],
  [/[bpvf]/g, 'b'],
  [/[aeiouwyh' ]/g, ''],
  [/(.)\1+/g, '$1'],
];

function skeletonOf(text: string): Coded {
  const letters = romanise(text);
  return {
    letters,
    codes: [CLASSES.reduce((left, [from, to]) => left.replaceAll(from, to), letters)],
  };
}

export const levenshtein = bySimilarity('Levenshtein', romanise, closeness);
export const jaroWinklerPeer = bySimilarity('Jaro-Winkler', romanise, winkler);
export const metaphone = bySimilarity('Double Metaphone + 0.3 JW', metaphonesOf, closestCodes);
export const skeleton = bySimilarity('consonant skeleton + 0.3 JW', skeletonOf, closestCodes);
