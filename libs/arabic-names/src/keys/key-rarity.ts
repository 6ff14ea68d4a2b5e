import type { NameFrequencies } from '../types.js';
import { ANY, nearCodes } from './token-keys.js';

/** Share of name parts that a snapshot's counts do not stand for: names that were not seen yet. */
const UNSEEN = 0.3;

/** What a snapshot says of keys. */
interface KeyCounts {
  /** Parts counted by the consonants of their keys. */
  readonly counts: ReadonlyMap<string, number>;
  /** Share of each consonant among those counted. */
  readonly letters: ReadonlyMap<string, number>;
}

/** The consonants of a key: the classes by which parts are counted know no vowels. */
function consonantsOf(key: string): string {
  return key.replace(/a/gu, '');
}

function countKeys({ counts }: NameFrequencies): KeyCounts {
  const ofKeys = new Map<string, number>();
  const ofLetters = new Map<string, number>();
  let all = 0;
  for (const [counted, count] of counts) {
    const code = counted.replace(/^[a-z]+:/u, '');
    for (const key of [code, ...nearCodes(code)]) ofKeys.set(key, (ofKeys.get(key) ?? 0) + count);
    for (const letter of code) ofLetters.set(letter, (ofLetters.get(letter) ?? 0) + count);
    all += count * code.length;
  }
  for (const [letter, count] of ofLetters) ofLetters.set(letter, count / all);
  return { counts: ofKeys, letters: ofLetters };
}

const known = new WeakMap<NameFrequencies, KeyCounts>();

function countsOf(frequencies: NameFrequencies): KeyCounts {
  let counts = known.get(frequencies);
  if (counts === undefined) known.set(frequencies, (counts = countKeys(frequencies)));
  return counts;
}

/** Share of a consonant that the snapshot never met. */
const RARE_LETTER = 0.005;
/** Shares of names that have so many consonants. */
const LENGTHS = [0.02, 0.06, 0.22, 0.4, 0.2, 0.07, 0.02] as const;
const LONG = 0.01;

/** Share of names not seen yet that have a key: as likely as its letters together. */
function unseenShare(consonants: string, letters: ReadonlyMap<string, number>): number {
  let share = LENGTHS[consonants.length] ?? LONG;
  for (const letter of consonants) {
    if (letter !== ANY) share *= letters.get(letter) ?? RARE_LETTER;
  }
  return share;
}

/**
 * Bits of surprise of a key among name parts, by a snapshot: the rarer a key, the more. An estimate that
 * orders keys and says about how many records each leads to; the snapshot knows consonants alone.
 */
export function keyRarity(key: string, frequencies: NameFrequencies): number {
  const { counts, letters } = countsOf(frequencies);
  const consonants = consonantsOf(key);
  const seen = (counts.get(consonants) ?? 0) / frequencies.total;
  return -Math.log2((1 - UNSEEN) * seen + UNSEEN * unseenShare(consonants, letters));
}
