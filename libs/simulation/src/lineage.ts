import { yearsToNext } from './ages.js';
import { drawSize, type ClanSize, type HouseholdSize } from './clan-size.js';
import type { Generation } from './fashions.js';
import { calledBy, manName, nameBeside, type GivenName } from './naming.js';
import type { NameToken } from './name-token.js';
import type { Settings } from './options.js';
import { pickGovernorate, pickPlace, type Governorate, type Place } from './places.js';
import type { Random } from './random.js';
import { pickCommunity, pickFamilyName, pickGiven, type Community } from './vocabulary.js';

/** Children born later were not taken. */
const youngest = 2001;

/** A child who is missing. */
export interface Child {
  female: boolean;
  given: GivenName;
  birthYear: number;
}

/** A father, the mother of his children, and those of them who are missing, the eldest first. */
export interface Household {
  father: GivenName;
  size: HouseholdSize;
  mother: NameToken;
  mothersFamily: NameToken;
  children: readonly Child[];
}

/** A clan over three generations: a grandfather, his sons and their children. */
export interface Lineage {
  size: ClanSize;
  community: Community;
  familyName: NameToken;
  /** The tribe or place the family is also called after. */
  otherName: NameToken;
  governorate: Governorate;
  place: Place;
  /** The grandfather, and his father and grandfather, who are but names. */
  grandfather: GivenName;
  greatGrandfather: GivenName;
  forefather: GivenName;
  grandmother: NameToken;
  grandmothersFamily: NameToken;
  households: readonly Household[];
}

/** Draws a clan; its fathers are brothers and bear different names. */
export function drawLineage(random: Random, settings: Settings): Lineage {
  const size = drawSize(random, settings.noise);
  const community = pickCommunity(random);
  const governorate = pickGovernorate(random, community);
  const elders = new Set<string>();
  const elder = (generation: Generation): GivenName =>
    nameBeside(() => manName(random, settings, community, generation), elders);
  const grandfather = elder(1);
  return {
    size,
    community,
    familyName: pickFamilyName(random, community),
    otherName: pickFamilyName(random, community),
    governorate,
    place: pickPlace(random, governorate),
    grandfather,
    greatGrandfather: elder(1),
    forefather: elder(1),
    grandmother: pickGiven(random, community, true, 1),
    grandmothersFamily: pickFamilyName(random, community),
    households: size.households.map((household) =>
      drawHousehold(random, settings, household, { community, father: elder(2), grandfather }),
    ),
  };
}

function drawHousehold(
  random: Random,
  settings: Settings,
  size: HouseholdSize,
  {
    community,
    father,
    grandfather,
  }: Pick<Lineage, 'community' | 'grandfather'> & Pick<Household, 'father'>,
): Household {
  const taken = new Set([calledBy(father)]);
  let birthYear = size.eldestBorn;
  const children = Array.from({ length: size.children }, (_, at): Child => {
    if (at > 0) birthYear = Math.min(birthYear + yearsToNext(random), youngest);
    const female = random.chance(settings.noise.female);
    const custom = at === 0 && !female && random.chance(settings.noise.namedAfterGrandfather);
    if (custom) taken.add(calledBy(grandfather));
    const anyName = (): GivenName =>
      female ? [pickGiven(random, community, true, 3)] : manName(random, settings, community, 3);
    return { female, given: custom ? grandfather : nameBeside(anyName, taken), birthYear };
  });
  return {
    father,
    size,
    mother: pickGiven(random, community, true, 2),
    mothersFamily: pickFamilyName(random, community),
    children,
  };
}

/** Of one village and one family name, from another forefather: distant cousins. */
export function ofKin(clan: Lineage, other: Lineage): Lineage {
  const { community, familyName, otherName, governorate, place } = other;
  return { ...clan, community, familyName, otherName, governorate, place };
}

/**
 * The eldest bears the given, father's and grandfather's name of a distant cousin: only their
 * mothers, births and fates differ. A clan that cannot take the names stays as it is.
 */
export function withNamesake(clan: Lineage, other: Lineage): Lineage {
  const [first, ...households] = clan.households;
  const [eldest, ...younger] = first?.children ?? [];
  const like = other.households[0];
  const cousin = like?.children[0];
  if (!first || !eldest || !like || !cousin || cousin.female !== eldest.female) return clan;
  const names = new Set([cousin.given, like.father, other.grandfather].map(calledBy));
  const others = [...younger.map(({ given }) => given), ...households.map((one) => one.father)];
  if (others.some((name) => names.has(calledBy(name)))) return clan;
  const children = [{ ...eldest, given: cousin.given }, ...younger];
  return {
    ...clan,
    grandfather: other.grandfather,
    households: [{ ...first, father: like.father, children }, ...households],
  };
}
