import { birthYearOfMissing, yearsToChild } from './ages.js';
import type { Noise } from './noise.js';
import type { Random } from './random.js';

/** Parents and their missing children, before anybody has a name. */
export interface HouseholdSize {
  /** How many children are missing, 1 or more; the year in which the eldest of them was born. */
  children: number;
  eldestBorn: number;
  fatherBorn: number;
  fatherMissing: boolean;
}

/** Who of a clan is missing, and how old they are. */
export interface ClanSize {
  households: readonly HouseholdSize[];
  /** The grandfather of them all. */
  grandfatherMissing: boolean;
}

/** At most so many households of a clan miss children, and each so many. */
export const MOST_HOUSEHOLDS = 3;
const mostChildren = 4;

/** Men born before are not taken any more, and fathers of sons born before are dead. */
const oldestFather = 1938;
const oldestFathersSon = 1958;

/** Draws who is missing: at least one child of one household. */
export function drawSize(random: Random, noise: Readonly<Noise>): ClanSize {
  const count = oneAndMore(random, noise.missingCousins, MOST_HOUSEHOLDS);
  const eldest = birthYearOfMissing(random);
  const households = Array.from({ length: count }, (_, at): HouseholdSize => {
    const eldestBorn = at === 0 ? eldest : eldest + random.between(-10, 4);
    const fatherBorn = eldestBorn - yearsToChild(random);
    return {
      children: oneAndMore(random, noise.missingSibling, mostChildren),
      eldestBorn,
      fatherBorn,
      fatherMissing: random.chance(noise.missingFather) && fatherBorn >= oldestFather,
    };
  });
  const alive = households.every(({ fatherBorn }) => fatherBorn >= oldestFathersSon);
  return { households, grandfatherMissing: random.chance(noise.missingGrandfather) && alive };
}

/** How many people of the clan are missing in all. */
export function countMissing({ households, grandfatherMissing }: ClanSize): number {
  return households.reduce(
    (sum, { children, fatherMissing }) => sum + children + (fatherMissing ? 1 : 0),
    grandfatherMissing ? 1 : 0,
  );
}

function oneAndMore(random: Random, another: number, most: number): number {
  let count = 1;
  while (count < most && random.chance(another)) count += 1;
  return count;
}
