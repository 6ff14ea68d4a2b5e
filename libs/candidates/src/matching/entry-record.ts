import type { EntryRecord } from '@athar/matching';
import type { EntryDocument } from '@athar/registry';

const DAYS_A_YEAR = 365.25;

/** What matching looks at in an entry. The hospital of the photograph is no holder and stays out. */
export function toEntryRecord(id: string, document: EntryDocument): EntryRecord {
  const { names, numbers } = document;
  const readings = names.transcribed?.map(({ text }) => text) ?? [];
  const [name, ...otherNames] = [...new Set([...(names.asWritten ?? []), ...readings])];
  const [detaineeNumber, ...otherNumbers] = bodyFirst(numbers);
  return {
    id,
    name,
    otherNames,
    givenName: names.given,
    fatherName: names.father,
    grandfatherName: names.grandfather,
    familyName: names.family,
    motherName: names.mother,
    knownAs: names.knownAs,
    detaineeNumber,
    otherNumbers,
    branch: document.branch,
    photoDate: [...(document.photoDates ?? [])].sort()[0],
    sex: document.sex,
    age: ageInYears(document.age),
    birthDate: document.birthDate,
    homeGovernorate: document.homeGovernorate,
    homePlace: document.homePlace,
    marks: document.marks,
  };
}

/** A number read on the card or the body is the prisoner's; others may be the hospital's. */
function bodyFirst(numbers: EntryDocument['numbers'] = []): string[] {
  const onBody = new Set(['card', 'limb', 'torso', 'forehead', 'title']);
  const rank = ({ readOn }: { readOn?: string | undefined }) =>
    readOn !== undefined && onBody.has(readOn) ? 0 : 1;
  return [...numbers].sort((a, b) => rank(a) - rank(b)).map(({ value }) => value);
}

function ageInYears(age: EntryDocument['age']): number | undefined {
  if (age === undefined) return undefined;
  return age.unit === 'days' ? age.value / DAYS_A_YEAR : age.value;
}
