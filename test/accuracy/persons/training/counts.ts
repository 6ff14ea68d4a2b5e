import { kindOf, LEARNED_KINDS, type LearnedKind } from '@athar/matching';

/** A pair as learning sees it. */
export interface Seen {
  /** How likely it is one person, in [0, 1]: a posterior, or a reviewer's decision. */
  readonly weight: number;
  readonly known: readonly LearnedKind[];
  readonly levels: readonly string[];
}

/** How often kinds are known, and which levels they have, in weighted pairs. */
export class LevelCounts {
  private readonly known = new Map<string, number>();
  private readonly levels = new Map<string, number>();

  constructor(pairs: Iterable<Seen>) {
    for (const { weight, known, levels } of pairs) {
      for (const kind of known) this.add(this.known, kind, weight);
      for (const level of levels) this.add(this.levels, level, weight);
    }
  }

  get all(): string[] {
    return [...this.levels.keys()];
  }

  /** Share of the pairs that know the kind which have the level; smoothed so that none is 0. */
  shareOf(level: string): number {
    const kind = kindOf(level);
    const known = kind === undefined ? 0 : (this.known.get(kind) ?? 0);
    return ((this.levels.get(level) ?? 0) + 0.5) / (known + LEARNED_KINDS.length);
  }

  private add(counts: Map<string, number>, key: string, weight: number): void {
    counts.set(key, (counts.get(key) ?? 0) + weight);
  }
}

/**
 * Weights may not go beyond these: what a simulation has never seen may still happen. Prisoners are moved more than it knows:
 * another holder would weigh -1.6, another one of the service -1.2.
 */
const LIMITS: Readonly<Record<LearnedKind, readonly [least: number, most: number]>> = {
  place: [-3, 6.5],
  holder: [-1, 3],
  birth: [-3, 3.5],
  seen: [-4, 1.2],
  arrest: [-2.2, 1.2],
};

/** Evidence of no bits is not told, so that a level could never be learned anew. */
const LEAST_BITS = 0.01;

/** Steps of one quantity, the nearest agreement first: one that is further off never says more. */
const STEPS: readonly (readonly string[])[] = [
  ['birth.0', 'birth.1', 'birth.2', 'birth.5', 'birth.10', 'birth.more'],
  ['seen.older-12', 'seen.older-17', 'seen.older-21', 'seen.older-more'],
  ['seen.younger-2', 'seen.younger-6', 'seen.younger-10', 'seen.younger-more'],
  ['arrest.2', 'arrest.3', 'arrest.4', 'arrest.more'],
];

/** Where a step says more than one that is nearer both get what the two come to together (pool adjacent violators). */
export function inOrder(
  bits: ReadonlyMap<string, number>,
  same: LevelCounts,
  chance: LevelCounts,
): Map<string, number> {
  const ordered = new Map(bits);
  for (const steps of STEPS) {
    const pools: string[][] = [];
    for (const level of steps.filter((step) => bits.has(step))) {
      let pool = [level];
      for (;;) {
        const before = pools.at(-1);
        if (before === undefined) break;
        if (bitsOfAll(before, same, chance) >= bitsOfAll(pool, same, chance)) break;
        pools.pop();
        pool = [...before, ...pool];
      }
      pools.push(pool);
    }
    for (const pool of pools) {
      for (const level of pool) ordered.set(level, bitsOfAll(pool, same, chance));
    }
  }
  return ordered;
}

/** Bits of levels taken for one, never none: how much likelier it is in a true pair than in a chance pair, within limits. */
function bitsOfAll(levels: readonly string[], same: LevelCounts, chance: LevelCounts): number {
  const kind = kindOf(levels[0] ?? '');
  const [least, most] = kind === undefined ? [0, 0] : LIMITS[kind];
  const shareIn = (counts: LevelCounts) =>
    levels.reduce((sum, level) => sum + counts.shareOf(level), 0);
  const bits = Math.log2(shareIn(same) / shareIn(chance));
  return Math.round(Math.min(most, Math.max(least, bits)) * 100) / 100 || LEAST_BITS;
}

/** Bits of a level: how much likelier it is in a true pair than in a chance pair, within limits. */
export function bitsOf(level: string, same: LevelCounts, chance: LevelCounts): number {
  return bitsOfAll([level], same, chance);
}
