import type { ReportDocument } from '@athar/cases';
import type { ReportRecord } from '@athar/matching';

/** What matching looks at in a report. Circumstances and free notes are not matched. */
export function toReportRecord(id: string, document: ReportDocument): ReportRecord {
  const { person, lastSeen, arrest, detentions } = document;
  const [name, ...otherNames] = person.names.full ?? [];
  return {
    id,
    name,
    otherNames,
    givenName: person.names.given,
    fatherName: person.names.father,
    grandfatherName: person.names.grandfather,
    familyName: person.names.family,
    motherName: person.names.mother,
    knownAs: person.names.knownAs,
    sex: person.sex,
    birthDate: person.birthDate,
    homeGovernorate: person.home?.governorate,
    homePlace: person.home?.place,
    marks: person.marks,
    detaineeNumber: person.detaineeNumber,
    lastSeenDate: lastSeen?.date,
    lastSeenSource: lastSeen?.source,
    arrestDate: arrest?.date,
    arrestSource: arrest?.source,
    arrestedBy: arrest?.by,
    detentionPlaces: detentions?.map(({ place }) => place),
  };
}
