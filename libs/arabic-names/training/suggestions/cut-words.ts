import { likeliestUnits } from '../traditions.js';
import type { TrainingPair } from '../pairs.js';

/** Rounds in which the shares of units are counted anew from the words as they were cut. */
const ROUNDS = 2;

/** Vowels (with the h of ة and the sign of ع), or consonants: a unit has no both. */
const ONE_KIND = /^(?:[aeiouyıöüw']*h?|[^aeiouıöü]*)$/u;

/**
 * Small units only: a letter of Arabic with Latin vowels or with consonants, Latin letters alone, or two
 * Arabic letters with one Latin. What stands beside what is the n-grams' to say.
 */
function isSmall(unit: string): boolean {
  const [arabic = '', latin = ''] = unit.split('|');
  return (arabic.length < 2 || latin.length === 1) && ONE_KIND.test(latin);
}

/** Each pair cut into units in its likeliest way; no units where there is none. */
export function cutWords(
  pairs: readonly TrainingPair[],
  shares: ReadonlyMap<string, number>,
): string[][] {
  let likely = new Map([...shares].filter(([unit, share]) => share > 0 && isSmall(unit)));
  let cuts: string[][] = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    cuts = pairs.map((pair) => likeliestUnits(pair, likely));
    likely = countShares(pairs, cuts);
  }
  return cuts;
}

function countShares(
  pairs: readonly TrainingPair[],
  cuts: readonly string[][],
): Map<string, number> {
  const counts = new Map<string, number>();
  let all = 0;
  cuts.forEach((units, at) => {
    const weight = pairs[at]?.weight ?? 0;
    for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + weight);
    all += weight * units.length;
  });
  return new Map([...counts].map(([unit, count]) => [unit, count / all]));
}
