import { knownParts, type NameParts } from './name-columns.js';
import type { NameToken } from './name-token.js';
import type { Noise } from './noise.js';
import type { Person } from './person.js';
import type { Random } from './random.js';

/** What of the name was on the card: nothing, a given name alone, or more. */
export function partsRead(random: Random, noise: Readonly<Noise>, person: Person): NameParts {
  const kind = random.float();
  if (kind < noise.numberOnlyEntries) return {};
  const parts = knownParts(random, noise, person, {
    father: noise.entryFatherMissing,
    grandfather: noise.entryGrandfatherMissing,
    family: noise.entryFamilyMissing,
    mother: noise.entryMotherMissing,
  });
  if (person.homeName && random.chance(noise.homeNameOnCard)) parts.given = [person.homeName];
  const { given, father } = parts;
  if (given && kind < noise.numberOnlyEntries + noise.givenOnlyEntries) return { given };
  if (!father && !parts.grandfather && !parts.family) parts.family = [person.clan.familyName];
  if (parts.family && random.chance(noise.familyAlias)) {
    parts.family = [familyOtherwise(random, person)];
  }
  return parts;
}

/** The family's other name, or its name without the article. */
function familyOtherwise(random: Random, { clan }: Person): NameToken {
  const { familyName, otherName } = clan;
  if (!familyName.article || random.chance(0.5)) return otherName;
  return { ...familyName, ar: familyName.ar.slice(2), article: false };
}
