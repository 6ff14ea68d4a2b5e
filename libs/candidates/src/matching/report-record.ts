import type { PersonNames, ReportDocument } from '@athar/cases';
import type { ReportRecord } from '@athar/matching';

/** What matching looks at in a report. Circumstances and free notes are not matched. */
export function toReportRecord(id: string, document: ReportDocument): ReportRecord {
  const { person, lastSeen, arrest, detentions } = document;
  const { names, alternatives = [], otherNumbers = [] } = person;
  const others = alternatives.map((one) => one.names);
  const [name, ...otherNames] = [
    ...(names.full ?? []),
    ...others.flatMap((other) => readingsOf(names, other)),
  ];
  return {
    id,
    name,
    otherNames,
    givenName: joined(names.given, names.secondGiven),
    fatherName: names.father,
    grandfatherName: names.grandfather,
    familyName: names.family,
    motherName: joined(names.mother, names.motherFamily),
    knownAs: byNamesOf(names, others),
    sex: person.sex,
    birthDate: person.birthDate,
    homeGovernorate: person.home?.governorate,
    homePlace: person.home?.place,
    marks: person.marks,
    detaineeNumber: person.detaineeNumber,
    otherNumbers: otherNumbers.map(({ value }) => value),
    lastSeenDate: lastSeen?.date,
    lastSeenSource: lastSeen?.source,
    arrestDate: arrest?.date,
    arrestSource: arrest?.source,
    arrestedBy: arrest?.by,
    detentionPlaces: detentions?.map(({ place }) => place),
  };
}

/** Another reading as whole names; parts that it leaves out are those of the main name. */
function readingsOf(main: PersonNames, { full = [], ...parts }: PersonNames): string[] {
  const { given, secondGiven, father, grandfather, family } = parts;
  if (!joined(given, secondGiven, father, grandfather, family)) return full;
  const ownGiven = joined(main.given, secondGiven ?? main.secondGiven);
  const whole = joined(
    given === undefined ? ownGiven : joined(given, secondGiven),
    father ?? main.father,
    grandfather ?? main.grandfather,
    family ?? main.family,
  );
  return whole === undefined ? full : [...full, whole];
}

function byNamesOf(main: PersonNames, others: readonly PersonNames[]): string[] | undefined {
  const all = [main, ...others].flatMap(({ knownAs }) => knownAs ?? []);
  return all.length > 0 || main.knownAs ? all : undefined;
}

function joined(...parts: (string | undefined)[]): string | undefined {
  const given = parts.filter((part) => part !== undefined);
  return given.length > 0 ? given.join(' ') : undefined;
}
