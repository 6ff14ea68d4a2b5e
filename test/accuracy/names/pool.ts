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
 * Latin names for a set to be looked for in. Hard pools are names of Arabic origin from all sets: what
 * another language makes of the very name that is asked for stands in them and counts as wrong.
 */
export class Pools {
  private readonly all: readonly Row[];
  private readonly filling: readonly Row[];
  /** What stands even before the set's own names. */
  private readonly before: readonly Row[];

  constructor(
    { google, wikidata, english, french, turkish, spellings }: PublicSets,
    private readonly hard: boolean,
  ) {
    const arabic = [...english, ...french, ...turkish, ...spellings];
    const mixed = [...google, ...wikidata];
    this.all = [...mixed, ...arabic];
    this.filling = shuffled(mixed, SEED);
    const hinted = mixed.filter(({ arabicOrigin }) => arabicOrigin);
    this.before = hard ? shuffled([...arabic, ...hinted], SEED) : [];
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
    const alien = this.hard ? new Set<string>() : this.otherSpellings(wanted);
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
