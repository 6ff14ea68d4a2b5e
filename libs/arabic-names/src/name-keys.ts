import { generalFrequencies, shareOf } from './frequencies.js';
import { keyRarity } from './keys/key-rarity.js';
import { tokenKeys } from './keys/token-keys.js';
import { parseName } from './parse.js';
import type { NameFrequencies, ParsedName } from './types.js';

/** A key under which names are kept and looked for. */
export interface NameKey {
  readonly key: string;
  /** Bits: how seldom a part of a name has the key; 10 is one part of a thousand. */
  readonly rarity: number;
}

/**
 * Retrieval keys of a name, rarest first. Two names that share a part share a key, across scripts and
 * traditions of spelling, with few exceptions; also where one consonant of it is wrong, in words of three sounds
 * and more, or missing, in words of four and more (see `tokenKeys`).
 *
 * How to use them: keep every record under all keys of its names. To search, take the query's keys in
 * their order and collect the records under each until there are enough to be compared in full: the
 * first keys lead to few records and mostly to the right one, the last (one error in محمد) to half of
 * them. The rarity is an estimate from the snapshot; an index that knows how many records each of its
 * keys has should go by that. One that can keep a number a record does better to go through all keys:
 * for each part of the query it adds to every record that shares a key of that part how rare those
 * records are, once, and compares those with the highest sums (`KeyIndex` of the matching room).
 * @param name as written, or parsed
 */
export function keysOf(
  name: string | ParsedName,
  frequencies: NameFrequencies = generalFrequencies(),
): NameKey[] {
  const { tokens } = typeof name === 'string' ? parseName(name) : name;
  const rarities = new Map<string, number>();
  for (const token of tokens) {
    // Whoever has the word has its keys: none is rarer than the word.
    const most = -Math.log2(shareOf({ ...token, head: null }, frequencies));
    const { exact, near } = tokenKeys(token);
    for (const key of [...exact, ...near]) {
      const rarity = Math.min(most, keyRarity(key, frequencies));
      rarities.set(key, Math.min(rarity, rarities.get(key) ?? rarity));
    }
  }
  return Array.from(rarities, ([key, rarity]) => ({ key, rarity })).sort(
    (a, b) => b.rarity - a.rarity || (a.key < b.key ? -1 : 1),
  );
}
