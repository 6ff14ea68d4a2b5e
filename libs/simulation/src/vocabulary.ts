import { coinedFamilyNames } from './coined-names.js';
import { composedFamilyNames } from './composed-names.js';
import families from './data/families.json' with { type: 'json' };
import givenFemale from './data/given-female.json' with { type: 'json' };
import givenMale from './data/given-male.json' with { type: 'json' };
import { fashion, GENERATIONS, type Generation } from './fashions.js';
import { nameToken, type NameToken, type VocabularyRow } from './name-token.js';
import type { Random } from './random.js';
import { flat, Ranked, steep } from './ranked.js';

/** Whose names a family bears; every community also bears names of the first. */
export const COMMUNITIES = ['arab', 'kurdish', 'armenian', 'syriac'] as const;
export type Community = (typeof COMMUNITIES)[number];

type Lists = Readonly<Record<Community, readonly VocabularyRow[]>>;
type Names = Readonly<Record<Community, Ranked<NameToken>>>;
type GivenNames = Readonly<Record<Generation, Names>>;

/** Share of a community's names that come from its own list. */
const own: Readonly<Record<Community, { given: number; family: number }>> = {
  arab: { given: 1, family: 1 },
  kurdish: { given: 0.4, family: 0.7 },
  armenian: { given: 0.85, family: 0.95 },
  syriac: { given: 0.75, family: 0.7 },
};
/** Shares of the families in the long tail: names composed of others, and coined ones. */
const composed = 0.1;
const coined = 0.2;

const communities = new Ranked<[Community, number]>(
  [
    ['arab', 84],
    ['kurdish', 9],
    ['syriac', 5.5],
    ['armenian', 1.5],
  ],
  ([, weight]) => weight,
);
const male = byGeneration(givenMale as Lists);
const female = byGeneration(givenFemale as Lists);
const family = ranked({ ...families, arab: withFathersNames(families.arab) } as Lists, flat);
const tail = coinedFamilyNames();
const compounds = new Ranked(composedFamilyNames(givenMale.arab), flat);

export function pickCommunity(random: Random): Community {
  return communities.pick(random)[0];
}

/** A given name as that generation was called. */
export function pickGiven(
  random: Random,
  community: Community,
  isFemale: boolean,
  generation: Generation,
): NameToken {
  const from = random.chance(own[community].given) ? community : 'arab';
  return (isFemale ? female : male)[generation][from].pick(random);
}

export function pickFamilyName(random: Random, community: Community): NameToken {
  const from = random.chance(own[community].family) ? community : 'arab';
  if (from === 'arab') {
    const lot = random.float();
    if (lot < coined) return random.pick(tail);
    if (lot < coined + composed) return compounds.pick(random);
  }
  return family[from].pick(random);
}

/** The commonest given name, which opens double names. */
export const firstOfDoubleNames = nameToken(givenMale.arab[0] as VocabularyRow);

/** Every list in the order of its ranks, weighed by what was in fashion. */
function byGeneration(lists: Lists): GivenNames {
  const names = {} as Record<Generation, Names>;
  for (const generation of GENERATIONS) {
    names[generation] = ranked(
      lists,
      (name, rank) => steep(name, rank) * fashion(name.ar, generation),
    );
  }
  return names;
}

function ranked(lists: Lists, law: (name: NameToken, rank: number) => number): Names {
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
    .filter((row) => !row.ar.includes(' ') && fashion(row.ar, 1) >= 1)
    .flatMap((row) => [row, { ...row, ar: `ال${row.ar}` }])
    .filter((row) => !known.has(row.ar));
  return [...listed, ...after];
}
