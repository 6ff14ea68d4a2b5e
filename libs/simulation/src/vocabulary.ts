import { coinedFamilyNames } from './coined-names.js';
import families from './data/families.json' with { type: 'json' };
import givenFemale from './data/given-female.json' with { type: 'json' };
import givenMale from './data/given-male.json' with { type: 'json' };
import { nameToken, type NameToken, type VocabularyRow } from './name-token.js';
import type { Random } from './random.js';
import { flat, Ranked, steep } from './ranked.js';

/** Whose names a family bears; every community also bears names of the first. */
export const COMMUNITIES = ['arab', 'kurdish', 'armenian', 'syriac'] as const;
export type Community = (typeof COMMUNITIES)[number];

type Lists = Readonly<Record<Community, readonly VocabularyRow[]>>;
type Names = Readonly<Record<Community, Ranked<NameToken>>>;

/** Share of a community's names that come from its own list. */
const own: Readonly<Record<Community, { given: number; family: number }>> = {
  arab: { given: 1, family: 1 },
  kurdish: { given: 0.4, family: 0.7 },
  armenian: { given: 0.85, family: 0.95 },
  syriac: { given: 0.75, family: 0.7 },
};
/** Share of the families in the coined long tail. */
const coined = 0.15;

const communities = new Ranked<[Community, number]>(
  [
    ['arab', 84],
    ['kurdish', 9],
    ['syriac', 5.5],
    ['armenian', 1.5],
  ],
  ([, weight]) => weight,
);
const male = ranked(givenMale as Lists, steep);
const female = ranked(givenFemale as Lists, steep);
const family = ranked({ ...families, arab: withFathersNames(families.arab) } as Lists, flat);
const tail = coinedFamilyNames();

export function pickCommunity(random: Random): Community {
  return communities.pick(random)[0];
}

export function pickGiven(random: Random, community: Community, isFemale: boolean): NameToken {
  const from = random.chance(own[community].given) ? community : 'arab';
  return (isFemale ? female : male)[from].pick(random);
}

export function pickFamilyName(random: Random, community: Community): NameToken {
  const from = random.chance(own[community].family) ? community : 'arab';
  if (from === 'arab' && random.chance(coined)) return random.pick(tail);
  return family[from].pick(random);
}

/** The commonest given name, which opens double names. */
export const firstOfDoubleNames = nameToken(givenMale.arab[0] as VocabularyRow);

function ranked(lists: Lists, law: (item: unknown, rank: number) => number): Names {
  const names = {} as Record<Community, Ranked<NameToken>>;
  for (const community of COMMUNITIES) {
    names[community] = new Ranked(lists[community].map(nameToken), law);
  }
  return names;
}

/** Many families are called after a forefather, with or without the article: حسن, الحسن. */
function withFathersNames(listed: readonly VocabularyRow[]): VocabularyRow[] {
  const known = new Set(listed.map((row) => row.ar));
  const after = (givenMale.arab as readonly VocabularyRow[])
    .filter((row) => !row.ar.includes(' '))
    .flatMap((row) => [row, { ...row, ar: `ال${row.ar}` }])
    .filter((row) => !known.has(row.ar));
  return [...listed, ...after];
}
