import { NAME_WEIGHTS as W } from './name-weights.js';
import { skeletonOf } from './skeleton.js';
import type { NameToken } from './types.js';

const VOWEL = /^[اعءآوي]|^[aeiouy]/u;

/** What the first letter of a name sounds like, the same in both scripts; empty for any vowel. */
function firstSound({ folded, script }: NameToken): string {
  if (VOWEL.test(folded)) return '';
  return skeletonOf({ folded, script, head: null }).charAt(0);
}

/** Similarity of two names of which one is an initial at least: never more than hardly alike. */
export function initialSimilarity(a: NameToken, b: NameToken): number {
  return firstSound(a) === firstSound(b) ? W.sameInitial : W.otherInitial;
}

/** What a woman's name has after the man's of the same root. */
const FEMININE = { arabic: /^ه$/u, latin: /^(?:a|e|ah|eh)$/u } as const;

/** True where one is the other's feminine (جميل, جميلة): names of a man and a woman. */
export function areManAndWoman(a: NameToken, b: NameToken): boolean {
  if (a.script !== b.script || a.script === 'other' || a.article || b.article) return false;
  const [short, long] =
    a.folded.length < b.folded.length ? [a.folded, b.folded] : [b.folded, a.folded];
  return long.startsWith(short) && FEMININE[a.script].test(long.slice(short.length));
}
