import { skeletonOfWord } from '@athar/arabic-names';
import type { PublicSets } from '../../accuracy/names/rows.js';
import { randomNumbers } from '../../../libs/arabic-names/training/random.js';
import { shuffled } from '../../accuracy/names/seeded.js';

/** Every name on the left is compared with every name on the right. */
export interface Grid {
  readonly left: readonly string[];
  readonly right: readonly string[];
}

/** Words of the public sets in an order that never changes. */
export interface Words {
  readonly arabic: readonly string[];
  readonly latin: readonly string[];
}

const SEED = 23;
/** Words that four-part names share, as people share given names. */
const USUAL_WORDS = 2_000;

function distinct(words: readonly string[]): string[] {
  return shuffled([...new Set(words)].sort(), SEED).filter((word) => /^\p{L}{3,}$/u.test(word));
}

export function wordsOf({ google, wikidata, english, french, turkish }: PublicSets): Words {
  const rows = [...google, ...wikidata, ...english, ...french, ...turkish];
  return {
    arabic: distinct(rows.map(({ arabic }) => arabic)),
    latin: distinct(rows.map(({ latin }) => latin)),
  };
}

/** Names of four parts at random; some words are met far more often than others. */
export function fourPartNames(words: readonly string[], count: number, seed: number): string[] {
  const random = randomNumbers(seed);
  const any = () => words[Math.floor(random() ** 2 * USUAL_WORDS)] ?? '';
  return Array.from({ length: count }, () => [any(), any(), any(), any()].join(' '));
}

/** One grid a round, none of whose pairs comes again: no memory of earlier answers helps. */
export function gridsOf(
  rounds: number,
  sizes: { left: number; right: number },
  left: readonly string[],
  right: readonly string[],
): Grid[] {
  return Array.from({ length: rounds }, (_, round) => ({
    left: left.slice(round * sizes.left, (round + 1) * sizes.left),
    right: right.slice(round * sizes.right, (round + 1) * sizes.right),
  }));
}

function bySkeleton(words: readonly string[]): Map<string, string[]> {
  const groups = new Map<string, string[]>();
  for (const word of words) {
    const skeleton = skeletonOfWord(word);
    const group = groups.get(skeleton);
    if (group === undefined) groups.set(skeleton, [word]);
    else group.push(word);
  }
  return groups;
}

/**
 * One grid a round of words whose consonants are the same, the fullest ones: pairs that no glance can tell
 * apart, which cost most.
 */
export function alikeGrids(rounds: number, { arabic, latin }: Words): Grid[] {
  const others = bySkeleton(latin);
  return [...bySkeleton(arabic)]
    .map(([skeleton, left]) => ({ left, right: others.get(skeleton) ?? [] }))
    .sort((a, b) => b.left.length * b.right.length - a.left.length * a.right.length)
    .slice(0, rounds);
}
