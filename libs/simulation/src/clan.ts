import { countMissing, drawSize, MOST_HOUSEHOLDS } from './clan-size.js';
import type { Generation } from './fashions.js';
import { drawLineage, ofKin, withNamesake, type Household, type Lineage } from './lineage.js';
import { manName, type GivenName } from './naming.js';
import type { NameToken } from './name-token.js';
import type { Settings } from './options.js';
import type { Governorate, Place } from './places.js';
import { Random, streams } from './random.js';
import { pickFamilyName, pickGiven, type Community } from './vocabulary.js';

/** A missing member of a clan, with the names of those before him or her. */
export interface Member {
  /** 1 for the grandfather, 2 for his sons, 3 for their children. */
  generation: Generation;
  /** Parents' household within the clan: those who share it are brothers and sisters. */
  household: number;
  /** The household in which he or she lives: for a father, the one of his children. */
  livesIn: number;
  female: boolean;
  given: GivenName;
  father: GivenName;
  grandfather: GivenName;
  greatGrandfather: GivenName;
  mother: NameToken;
  mothersFamily: NameToken;
  birthYear: number;
}

/** What a clan shares, and those of it who are missing. */
export interface Clan {
  community: Community;
  familyName: NameToken;
  otherName: NameToken;
  governorate: Governorate;
  place: Place;
  missing: readonly Member[];
}

/** Households of a clan, those of the grandfather and of his father counted in. */
export const HOUSEHOLDS_OF_CLAN = MOST_HOUSEHOLDS + 2;
/** The household in which the fathers grew up, and that of their own father. */
const grandfathersHousehold = MOST_HOUSEHOLDS;
const greatGrandfathersHousehold = MOST_HOUSEHOLDS + 1;

/** How many people of the clan of this number are missing, 1 or more. */
export function clanSize(settings: Settings, index: number): number {
  return countMissing(drawSize(new Random(settings.seed, streams.family, index), settings.noise));
}

/** The clan of this number; the same every time it is asked for. */
export function clanAt(settings: Settings, index: number): Clan {
  const random = new Random(settings.seed, streams.family, index);
  const lineage = withKin(random, settings, index, drawLineage(random, settings));
  const { community, familyName, otherName, governorate, place } = lineage;
  const missing = [...descendants(lineage), ...elders(random, settings, lineage)];
  return { community, familyName, otherName, governorate, place, missing };
}

function withKin(random: Random, settings: Settings, index: number, clan: Lineage): Lineage {
  if (index === 0 || !random.chance(settings.noise.kin)) return clan;
  const earlier = new Random(settings.seed, streams.family, random.below(index));
  const other = drawLineage(earlier, settings);
  const isNamesake = random.chance(settings.noise.namesake);
  return isNamesake ? withNamesake(ofKin(clan, other), other) : ofKin(clan, other);
}

/** The children, and those of their fathers who are missing. */
function descendants(lineage: Lineage): Member[] {
  const { grandfather, greatGrandfather, forefather } = lineage;
  return lineage.households.flatMap((household, at) => {
    const members = childrenOf(household, at, lineage);
    if (!household.size.fatherMissing) return members;
    const father: Member = {
      generation: 2,
      household: grandfathersHousehold,
      livesIn: at,
      female: false,
      given: household.father,
      father: grandfather,
      grandfather: greatGrandfather,
      greatGrandfather: forefather,
      mother: lineage.grandmother,
      mothersFamily: lineage.grandmothersFamily,
      birthYear: household.size.fatherBorn,
    };
    return [...members, father];
  });
}

function childrenOf(
  { children, father, mother, mothersFamily }: Household,
  household: number,
  { grandfather, greatGrandfather }: Lineage,
): Member[] {
  return children.map((child) => ({
    generation: 3,
    household,
    livesIn: household,
    ...child,
    father,
    grandfather,
    greatGrandfather,
    mother,
    mothersFamily,
  }));
}

/** The grandfather, where he is missing too. */
function elders(random: Random, settings: Settings, lineage: Lineage): Member[] {
  if (!lineage.size.grandfatherMissing) return [];
  const { community, size } = lineage;
  const eldestSon = Math.min(...size.households.map(({ fatherBorn }) => fatherBorn));
  return [
    {
      generation: 1,
      household: greatGrandfathersHousehold,
      livesIn: 0,
      female: false,
      given: lineage.grandfather,
      father: lineage.greatGrandfather,
      grandfather: lineage.forefather,
      greatGrandfather: manName(random, settings, community, 1),
      mother: pickGiven(random, community, true, 1),
      mothersFamily: pickFamilyName(random, community),
      birthYear: eldestSon - random.between(18, 24),
    },
  ];
}
