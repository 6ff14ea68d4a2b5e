import { MOST_READ, NEVER } from '../src/reading-model.js';
import { LATIN_ALPHABET } from '../src/spelling.js';
import type { TrainingPair } from './pairs.js';
import { ReadingLattice } from './reading-lattice.js';

const ROUNDS = 4;
/** Chance of a reading that was not met yet, where counting begins. */
const AT_FIRST = [0.2, 1, 0.05] as const;
/** A letter that is read so less often than this is hardly ever read so. */
const LEAST_SHARE = 0.0004;

type Counts = Map<string, Map<string, number>>;

function countsFrom(pairs: readonly TrainingPair[], chances: Counts | null): Counts {
  const lattice = new ReadingLattice();
  const counts: Counts = new Map();
  for (const { arabic, latin, weight } of pairs) {
    const chance = (at: number, from: number, size: number) =>
      chances === null
        ? (AT_FIRST[size] ?? 0)
        : (chances.get(latin.charAt(at))?.get(arabic.slice(from, from + size)) ?? 0);
    if (lattice.sum(arabic.length, latin.length, chance) === 0) continue;
    for (let at = 0; at < latin.length; at += 1) {
      const own = counts.get(latin.charAt(at)) ?? new Map<string, number>();
      counts.set(latin.charAt(at), own);
      lattice.share(at, chance, (from, size, share) => {
        const piece = arabic.slice(from, from + size);
        own.set(piece, (own.get(piece) ?? 0) + weight * share);
      });
    }
  }
  return counts;
}

function toShares(counts: Counts): Counts {
  const shares: Counts = new Map();
  for (const [letter, own] of counts) {
    const all = [...own.values()].reduce((sum, count) => sum + count, 0);
    shares.set(letter, new Map([...own].map(([piece, count]) => [piece, count / all])));
  }
  return shares;
}

function mostLikely(shares: ReadonlyMap<string, number>): string[] {
  const rest = [...shares].filter(([piece, share]) => piece !== '' && share >= LEAST_SHARE);
  rest.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  return ['', ...rest.slice(0, NEVER - 1).map(([piece]) => piece)];
}

/**
 * What each Latin letter is read as in the pairs, the likeliest first after nothing: counted by expectation, each letter
 * by itself, up to `MOST_READ` Arabic letters each.
 * @returns for each letter that is met its readings, at most `NEVER`, separated by commas
 */
export function likelyReadings(pairs: readonly TrainingPair[]): Record<string, string> {
  const fitting = pairs.filter(({ arabic, latin }) => arabic.length <= MOST_READ * latin.length);
  let shares: Counts | null = null;
  for (let round = 0; round < ROUNDS; round += 1) {
    shares = toShares(countsFrom(fitting, shares));
  }
  const letters = [...LATIN_ALPHABET].filter((letter) => shares?.has(letter) === true);
  return Object.fromEntries(
    letters.map((letter) => [letter, mostLikely(shares?.get(letter) ?? new Map()).join(',')]),
  );
}
