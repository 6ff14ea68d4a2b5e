import { normalise } from '../src/normalise.js';
import type { TrainingPair } from './pairs.js';

/** Spellings trusted less say nothing of each other. */
const LEAST_WEIGHT = 0.4;
/** Spellings with a smaller share of the weight of a name's chief one are taken for noise. */
const LEAST_SHARE = 0.05;
/** Spellings of a name that are held against each other, and pairs of them, at most: of usual names, of others. */
const MOST_SPELLINGS = 40;
const MOST_PAIRS = { usual: 60, other: 14 } as const;
const MOST_WEIGHT = 3;
const WEIGHT = 0.5;

/** Two spellings, the first in the place of the Arabic side. */
function pairOf(first: string, second: string, weight: number): TrainingPair {
  return { arabic: first, latin: second, weight, stress: 1, doubtful: true, attested: 'hardly' };
}

interface Spellings {
  readonly weights: Map<string, number>;
  usual: boolean;
}

function byName(pairs: readonly TrainingPair[]): Map<string, Spellings> {
  const names = new Map<string, Spellings>();
  for (const { arabic, latin, weight, attested } of pairs) {
    if (weight < LEAST_WEIGHT) continue;
    const name = normalise(arabic).replace(/^ال(?=...)/u, '');
    const spellings = names.get(name) ?? { weights: new Map<string, number>(), usual: false };
    spellings.weights.set(latin, (spellings.weights.get(latin) ?? 0) + weight);
    spellings.usual ||= attested === 'usual';
    names.set(name, spellings);
  }
  return names;
}

/** Pairs of the spellings of one name, the chief ones rather than others. */
function pairsOf({ weights, usual }: Spellings, random: () => number): TrainingPair[] {
  const sorted = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const least = LEAST_SHARE * (sorted[0]?.[1] ?? 0);
  const taken = sorted.filter(([, weight]) => weight >= least).slice(0, MOST_SPELLINGS);
  const drawn = taken.flatMap(([first, one], i) =>
    taken.slice(i + 1).map(([second, other], j) => {
      const weight = WEIGHT * Math.min(MOST_WEIGHT, Math.sqrt(one * other));
      return { first, second, weight, order: random() / (2 + 2 * i + j) };
    }),
  );
  return drawn
    .sort((a, b) => b.order - a.order)
    .slice(0, usual ? MOST_PAIRS.usual : MOST_PAIRS.other)
    .flatMap(({ first, second, weight }) => [
      pairOf(first, second, weight),
      pairOf(second, first, weight),
    ]);
}

/**
 * Latin spellings of the same Arabic name, as pairs in both orders, and all pairs of spellings that have a name in
 * common, themselves included.
 */
export function latinPairs(
  pairs: readonly TrainingPair[],
  random: () => number,
): { pairs: TrainingPair[]; same: TrainingPair[] } {
  const names = [...byName(pairs).values()];
  const same = names.flatMap(({ weights }) => {
    const all = [...weights.keys()];
    return all.flatMap((first) => all.map((second) => pairOf(first, second, 1)));
  });
  return { pairs: names.flatMap((name) => pairsOf(name, random)), same };
}
