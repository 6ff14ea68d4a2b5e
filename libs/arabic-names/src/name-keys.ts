import { parseName } from './parse.js';
import { skeletonOf } from './skeleton.js';
import type { NameToken } from './types.js';

/** Keys of one token: its skeleton and, so that one error does not lose it, each with one letter less. */
export function tokenKeys(token: NameToken): string[] {
  const key = skeletonOf({ ...token, head: null });
  if (key === '') return [`v:${token.folded}`];
  const keys = new Set([key]);
  if (key.length > 2) {
    for (let at = 0; at < key.length; at += 1) keys.add(key.slice(0, at) + key.slice(at + 1));
  }
  return [...keys];
}

/**
 * Tolerant retrieval keys of a name: two names that share a part share a key, across scripts and
 * with one consonant wrong, missing or added. Sorted, without repeats.
 */
export function nameKeys(name: string): string[] {
  return [...new Set(parseName(name).tokens.flatMap(tokenKeys))].sort();
}
