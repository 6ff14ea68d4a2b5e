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

/** Weights may not go beyond these: what a simulation has never seen may still happen. */
const LIMITS: Readonly<Record<LearnedKind, readonly [least: number, most: number]>> = {
  place: [-2.5, 6.5],
  holder: [-0.4, 3],
  birth: [-3, 3.5],
  seen: [-3, 1.2],
  arrest: [-1.5, 1.2],
};

/** Evidence of no bits is not told, so that a level could never be learned anew. */
const LEAST_BITS = 0.01;

/** Bits of a level, never none: how much likelier it is in a true pair than in a chance pair, within limits. */
export function bitsOf(level: string, same: LevelCounts, chance: LevelCounts): number {
  const kind = kindOf(level);
  const [least, most] = kind === undefined ? [0, 0] : LIMITS[kind];
  const bits = Math.log2(same.shareOf(level) / chance.shareOf(level));
  return Math.round(Math.min(most, Math.max(least, bits)) * 100) / 100 || LEAST_BITS;
}
