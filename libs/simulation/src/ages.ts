import type { Random } from './random.js';
import { Ranked } from './ranked.js';

/**
 * Ages of the missing in 2013, by bands: mostly men of 18 to 45, as the published counts of the
 * disappeared and the photographs of the first archive agree; the shares are assumed.
 */
const bands = new Ranked<[from: number, to: number, weight: number]>(
  [
    [14, 17, 5],
    [18, 24, 26],
    [25, 29, 21],
    [30, 34, 16],
    [35, 39, 11],
    [40, 44, 8],
    [45, 54, 9],
    [55, 70, 4],
  ],
  ([, , weight]) => weight,
);

/** The year in which a missing person was born. */
export function birthYearOfMissing(random: Random): number {
  const [from, to] = bands.pick(random);
  return 2013 - random.between(from, to);
}

/** Years to the next brother or sister, 0 for twins; near ages are the rule. */
export function yearsToNext(random: Random): number {
  if (random.chance(0.02)) return 0;
  return 1 + Math.min(random.below(5), random.below(6));
}

/** How old a father was when his eldest was born. */
export function yearsToChild(random: Random): number {
  return random.between(19, 29) + random.below(9);
}
