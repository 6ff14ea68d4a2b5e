import type { Seal } from '@athar/persistence';
import type { MissingPerson, NameAlternative, PersonNames } from './missing-person.js';
import type { ReportDocument } from './report-document.js';

/**
 * Keyed digest of what matching looks at. What people only read (circumstances, witnesses, sources of
 * single facts) is left out, so editing it starts no matching.
 */
export function fingerprintOf(seal: Seal, document: ReportDocument): Buffer {
  return seal.digest('report-material', JSON.stringify(materialOf(document)));
}

/** Lists rather than objects: their order does not depend on how the document was put together. */
function materialOf(document: ReportDocument): unknown[] {
  const { person, lastSeen, arrest, detentions } = document;
  const { names, home } = person;
  return [
    [names.full, names.given, names.father, names.grandfather, names.family, names.mother],
    [names.knownAs, person.sex, person.birthDate, person.marks, person.detaineeNumber],
    [home?.governorate, home?.place],
    [lastSeen?.date, lastSeen?.source, lastSeen?.place],
    [arrest?.date, arrest?.source, arrest?.by, arrest?.place],
    (detentions ?? []).map(({ place, from, to, source }) => [place, from, to, source]),
    ...furtherNames(person),
  ];
}

/** Nothing at all where there are none: the digests of reports kept before these fields stay true. */
function furtherNames({ names, alternatives = [], otherNumbers = [] }: MissingPerson): unknown[] {
  const further = [names.secondGiven, names.motherFamily].some((part) => part !== undefined);
  if (!further && alternatives.length + otherNumbers.length === 0) return [];
  return [
    [names.secondGiven, names.motherFamily],
    alternatives.map(({ names: other }: NameAlternative) => partsOf(other)),
    otherNumbers.map(({ value }) => value),
  ];
}

function partsOf(names: PersonNames): unknown[] {
  const { full, knownAs, given, secondGiven, father, grandfather, family } = names;
  return [full, knownAs, given, secondGiven, father, grandfather, family];
}
