import type { NameToken } from './name-token.js';
import type { Settings } from './options.js';
import { pickGovernorate, type Governorate, type Place } from './places.js';
import { Random, streams } from './random.js';
import {
  firstOfDoubleNames,
  pickCommunity,
  pickFamilyName,
  pickGiven,
  type Community,
} from './vocabulary.js';

/** A missing member of a family. */
export interface Member {
  female: boolean;
  /** One token, or two where the man bears a double name. */
  given: readonly NameToken[];
  birthYear: number;
}

/** What brothers and sisters share, and those of them who are missing. */
export interface Family {
  community: Community;
  familyName: NameToken;
  /** The tribe or place the family is also called after. */
  otherName: NameToken;
  father: readonly NameToken[];
  grandfather: readonly NameToken[];
  mother: NameToken;
  mothersFamily: NameToken;
  governorate: Governorate;
  place: Place;
  members: readonly Member[];
}

const mostMembers = 4;

/** How many members of a family are missing, 1 to 4. */
export function familySize(settings: Settings, index: number): number {
  return sizeFrom(new Random(settings.seed, streams.family, index), settings);
}

/** The family of this number; the same every time it is asked for. */
export function familyAt(settings: Settings, index: number): Family {
  const random = new Random(settings.seed, streams.family, index);
  const family = draw(random, settings);
  if (index === 0 || !random.chance(settings.noise.kin)) return family;
  const other = draw(new Random(settings.seed, streams.family, random.below(index)), settings);
  return random.chance(settings.noise.namesake)
    ? withNamesake(ofKin(family, other), other)
    : ofKin(family, other);
}

function draw(random: Random, settings: Settings): Family {
  const size = sizeFrom(random, settings);
  const community = pickCommunity(random);
  const governorate = pickGovernorate(random, community);
  return {
    community,
    familyName: pickFamilyName(random, community),
    otherName: pickFamilyName(random, community),
    father: manName(random, settings, community),
    grandfather: manName(random, settings, community),
    mother: pickGiven(random, community, true),
    mothersFamily: pickFamilyName(random, community),
    governorate,
    place: random.pick(governorate.places),
    members: membersOf(random, settings, community, size),
  };
}

/** The fathers are brothers: their children are cousins, each with a mother of their own. */
function ofKin(family: Family, { familyName, otherName, grandfather, ...other }: Family): Family {
  const { governorate, place } = other;
  return { ...family, familyName, otherName, grandfather, governorate, place };
}

/** The eldest bears his cousin's name, and their fathers' names are alike too. */
function withNamesake(family: Family, other: Family): Family {
  const [cousin] = other.members;
  const [eldest, ...younger] = family.members;
  if (!cousin || !eldest || cousin.female !== eldest.female) return family;
  const taken = younger.some(({ given }) => given.at(-1)?.ar === cousin.given.at(-1)?.ar);
  if (taken) return family;
  return {
    ...family,
    father: other.father,
    members: [{ ...eldest, given: cousin.given }, ...younger],
  };
}

function sizeFrom(random: Random, settings: Settings): number {
  let size = 1;
  while (size < mostMembers && random.chance(settings.noise.missingSibling)) size += 1;
  return size;
}

function membersOf(
  random: Random,
  settings: Settings,
  community: Community,
  size: number,
): Member[] {
  const taken = new Set<string>();
  const oldest = 2013 - 20 - Math.min(random.below(45), random.below(45));
  return Array.from({ length: size }, (_, at) => {
    const female = random.chance(settings.noise.female);
    const given = givenBeside(random, settings, community, female, taken);
    return { female, given, birthYear: oldest + (at === 0 ? 0 : at * 2 + random.below(3)) };
  });
}

/** A given name whose last token no brother or sister bears yet. */
function givenBeside(
  random: Random,
  settings: Settings,
  community: Community,
  female: boolean,
  taken: Set<string>,
): readonly NameToken[] {
  for (;;) {
    const given = female
      ? [pickGiven(random, community, true)]
      : manName(random, settings, community);
    const calledBy = given.at(-1)?.ar ?? '';
    if (taken.has(calledBy)) continue;
    taken.add(calledBy);
    return given;
  }
}

/** A man's name; some bear a double one that opens with Muhammad (محمد علي). */
function manName(random: Random, settings: Settings, community: Community): NameToken[] {
  const name = pickGiven(random, community, false);
  const isDouble =
    community !== 'armenian' &&
    community !== 'syriac' &&
    name.ar !== firstOfDoubleNames.ar &&
    random.chance(settings.noise.doubleName);
  return isDouble ? [firstOfDoubleNames, name] : [name];
}
