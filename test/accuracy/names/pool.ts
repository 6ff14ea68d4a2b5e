import type { Wanted } from './name-set.js';
import type { PublicSets, Row } from './rows.js';
import { shuffled } from './seeded.js';

export const POOL_SIZE = 10_000;
const SEED = 11;

/** One key for spellings of an Arabic name that differ in vowel signs, hamza, ى or ة alone. */
function keyOf(arabic: string): string {
  return arabic
    .replaceAll(/[\u064b-\u0652\u0670]/g, '')
    .replaceAll(/[أإآٱ]/g, 'ا')
    .replaceAll('ى', 'ي')
    .replaceAll('ة', 'ه');
}

/**
 * What else stands in a pool. Plain: no spelling of a name that is asked for but the set's own. Mixed: names of
 * all sets as they come, so that half of what other languages make of the very name that is asked for stands
 * there and counts as wrong. Hard: names of Arabic origin from all sets, with all such spellings.
 */
export const POOL_KINDS = ['plain', 'mixed', 'hard'] as const;
export type PoolKind = (typeof POOL_KINDS)[number];

/** Latin names for a set to be looked for in. */
export class Pools {
  private readonly all: readonly Row[];
  private readonly filling: readonly Row[];
  /** What stands even before the set's own names. */
  private readonly before: readonly Row[];

  constructor(
    { google, wikidata, english, french, turkish, spellings }: PublicSets,
    private readonly kind: PoolKind,
  ) {
    const arabic = [...english, ...french, ...turkish, ...spellings];
    const mixed = [...google, ...wikidata];
    this.all = [...mixed, ...arabic];
    this.filling = shuffled(mixed, SEED);
    const hinted = mixed.filter(({ arabicOrigin }) => arabicOrigin);
    const spelled = shuffled([...english, ...french, ...turkish], SEED);
    this.before = {
      plain: [],
      mixed: spelled.slice(0, spelled.length / 2),
      hard: shuffled([...arabic, ...hinted], SEED),
    }[kind];
  }

  /** The true spellings, then the set's own names, then others up to the size of a pool. */
  around(wanted: Wanted, own: readonly string[]): string[] {
    const pool = new Map<string, string>();
    const add = (latin: string) => {
      const key = latin.toLowerCase();
      if (pool.size < POOL_SIZE && !pool.has(key)) pool.set(key, latin);
    };
    for (const spellings of wanted.values()) spellings.forEach(add);
    for (const { latin } of this.before) add(latin);
    own.forEach(add);
    const alien = this.kind === 'plain' ? this.otherSpellings(wanted) : new Set<string>();
    for (const { latin } of this.filling) if (!alien.has(latin.toLowerCase())) add(latin);
    return [...pool.values()];
  }

  /** Every attested spelling of the names that are asked for, in whatever set and language. */
  private otherSpellings(wanted: Wanted): Set<string> {
    const asked = new Set([...wanted.keys()].map(keyOf));
    return new Set(
      this.all
        .filter(({ arabic }) => asked.has(keyOf(arabic)))
        .map(({ latin }) => latin.toLowerCase()),
    );
  }
}
