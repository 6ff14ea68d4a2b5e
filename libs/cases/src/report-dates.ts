import type { ReportDocument } from './report-document.js';

/** A date of a report with the JSON pointer of its field. */
export interface DatedField {
  field: string;
  date: string;
}

/** Every date that a report holds, in the order of its fields. */
export function datesOf(document: ReportDocument): DatedField[] {
  const { person, lastSeen, arrest, detentions, sightings, witnesses } = document;
  const dates: [string, string | undefined][] = [
    ['/person/birthDate', person.birthDate],
    ['/lastSeen/date', lastSeen?.date],
    ['/arrest/date', arrest?.date],
  ];
  detentions?.forEach(({ from, to }, at) => {
    dates.push([`/detentions/${at}/from`, from], [`/detentions/${at}/to`, to]);
  });
  sightings?.forEach(({ date }, at) => dates.push([`/sightings/${at}/date`, date]));
  witnesses?.forEach(({ date }, at) => dates.push([`/witnesses/${at}/date`, date]));
  return dates.flatMap(([field, date]) => (date === undefined ? [] : [{ field, date }]));
}
