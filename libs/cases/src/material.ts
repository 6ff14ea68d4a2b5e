import type { Seal } from '@athar/persistence';
import type { ReportDocument } from './report-document.js';

/**
 * Keyed digest of what matching looks at. The circumstances are read by people only, so editing them
 * starts no matching.
 */
export function fingerprintOf(seal: Seal, document: ReportDocument): Buffer {
  return seal.digest('report-material', JSON.stringify(materialOf(document)));
}

/** Lists rather than objects: their order does not depend on how the document was put together. */
function materialOf({ person, lastSeen, arrest, detentions }: ReportDocument): unknown[] {
  const { names, home } = person;
  return [
    [names.full, names.given, names.father, names.grandfather, names.family, names.mother],
    [names.knownAs, person.sex, person.birthDate, person.marks, person.detaineeNumber],
    [home?.governorate, home?.place],
    [lastSeen?.date, lastSeen?.source, lastSeen?.place],
    [arrest?.date, arrest?.source, arrest?.by, arrest?.place],
    (detentions ?? []).map(({ place, from, to, source }) => [place, from, to, source]),
  ];
}
