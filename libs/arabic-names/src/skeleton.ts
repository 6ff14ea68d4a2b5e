import classes from './skeleton.json' with { type: 'json' };
import { foldForSearch } from './normalise.js';
import { scriptOf } from './script.js';
import type { NameToken } from './types.js';

const arabic = new Map(Object.entries(classes.arabic));
const latin = new Map(Object.entries(classes.latin));
const DIGRAPHS = new Map(Object.entries(classes.latinDigraphs));

function arabicSkeleton(folded: string): string {
  return Array.from(folded, (letter) => arabic.get(letter) ?? '').join('');
}

function latinSkeleton(folded: string): string {
  const spelled = folded.replace(/h$/u, '');
  let key = '';
  for (let at = 0; at < spelled.length; at += 1) {
    const digraph = DIGRAPHS.get(spelled.slice(at, at + 2));
    if (digraph !== undefined) at += 1;
    key += digraph ?? latin.get(spelled.charAt(at)) ?? '';
  }
  return key.replace(/(.)\1+/gu, '$1');
}

/** A title says nothing of how rare a name is. */
const PREFIX = {
  abd: 'abd:',
  abu: 'abu:',
  umm: 'umm:',
  dhu: 'dhu:',
  oglu: 'oglu:',
  hajj: '',
  sheikh: '',
} as const;

/**
 * Consonant classes of a token, the same in both scripts for most spellings (حسين, Hussein: `hsn`).
 * Coarse: several names share a key. Empty where a token has vowels only.
 */
export function skeletonOf(token: Pick<NameToken, 'folded' | 'script' | 'head'>): string {
  const { folded, script, head } = token;
  const bare =
    script === 'arabic' ? arabicSkeleton(folded.replace(/ه$/u, '')) : latinSkeleton(folded);
  const key = script === 'other' ? folded : bare.replace(/(.)\1+/gu, '$1');
  return head === null ? key : PREFIX[head] + key;
}

/**
 * The skeleton of one word as typed, article aside: what its spellings in both scripts share. For
 * search boxes; empty for a word without consonants.
 */
export function skeletonOfWord(word: string): string {
  const folded = foldForSearch(word);
  return skeletonOf({ folded, script: scriptOf(folded), head: null });
}

/**
 * The skeleton of a word and each with one consonant less: what words share of which one has another consonant, or
 * one more. For short texts in both scripts; to retrieve the records of persons use `keysOf`, which loses fewer.
 */
export function nearSkeletonsOfWord(word: string): string[] {
  const key = skeletonOfWord(word);
  if (key.length <= 2) return key === '' ? [] : [key];
  const shorter = Array.from(key, (_, at) => key.slice(0, at) + key.slice(at + 1));
  return [...new Set([key, ...shorter])];
}
