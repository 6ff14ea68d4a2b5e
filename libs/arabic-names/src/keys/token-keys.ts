import type { NameToken } from '../types.js';
import { soundCodes } from './sound-codes.js';

/** Retrieval keys of one part of a name. */
export interface TokenKeys {
  /** Those of the word as it stands: one for each way to read its letters. */
  readonly exact: readonly string[];
  /** Those that it shares with words from which one sound tells it apart. */
  readonly near: readonly string[];
}

/** Shorter codes are shared by too many names to allow for an error. */
const LEAST_SOUNDS = 3;
/** From so many sounds on any one may be missing; in shorter codes those alone that are easily missed. */
const ANY_MISSING = 4;
const EASILY_MISSED = /[ah]/u;

/** Any sound. */
export const ANY = '_';

/** A code with each sound in turn as any other, and with each in turn left out. */
export function nearCodes(code: string): string[] {
  if (code.length < LEAST_SOUNDS || code.startsWith('=')) return [];
  const keys: string[] = [];
  for (let at = 0; at < code.length; at += 1) {
    const [before, after] = [code.slice(0, at), code.slice(at + 1)];
    keys.push(before + ANY + after);
    if (code.length >= ANY_MISSING || EASILY_MISSED.test(code.charAt(at)))
      keys.push(before + after);
  }
  return keys;
}

/** Keys of words met, all forgotten when full: the parts of names recur. */
const MOST_WORDS = 50_000;
const words = new Map<string, TokenKeys>();

/**
 * Retrieval keys of one part of a name: usual spellings of one name in both scripts share an exact key. Where one
 * consonant is wrong they share a near one if the word has three sounds or more, where one is missing if it has
 * four or more (consonants, and a vowel at either end): سعد and سعر share none, nor do باسل and باس.
 *
 * About ten short strings, for odd words up to 300; a word met before costs a look into a table, another some
 * microseconds. Head and article aside: عبد الرحمن has the keys of رحمن.
 */
export function tokenKeys(token: NameToken): TokenKeys {
  const word = `${token.folded}|${token.spelling}|${token.article}`;
  const met = words.get(word);
  if (met !== undefined) return met;
  if (words.size >= MOST_WORDS) words.clear();
  const exact = soundCodes(token);
  const near = new Set(Array.from(exact).flatMap(nearCodes));
  const keys = { exact: [...exact], near: [...near].filter((key) => !exact.has(key)) };
  words.set(word, keys);
  return keys;
}
