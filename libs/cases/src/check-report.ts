import { isEdtfDate } from '@athar/dates';
import type { Problem } from '@athar/diagnostics';
import { checkContacts } from '@athar/families';
import type { NewReport } from './report.js';
import type { PersonNames } from './missing-person.js';
import type { ReportDocument } from './report-document.js';

/** What is wrong with a new report, field by field; empty where it can be kept. */
export function checkReport(report: NewReport): Problem[] {
  return [...checkDocument(report), ...checkContacts(report.contacts, '/contacts')];
}

/** What is wrong with what a relative said, field by field. */
export function checkDocument(document: ReportDocument): Problem[] {
  return [...checkNames(document.person.names), ...checkDates(document)];
}

function checkNames(names: PersonNames): Problem[] {
  const { full, knownAs, ...parts } = names;
  const all = [...(full ?? []), ...(knownAs ?? []), ...Object.values(parts)];
  if (all.some((name) => typeof name === 'string' && /\p{L}/u.test(name))) return [];
  return [
    {
      field: '/person/names',
      code: 'name-missing',
      expected: 'at least one name, whole or in parts, in either script',
      fix: 'Add full, given, father, family, mother or knownAs.',
    },
  ];
}

function checkDates({ person, lastSeen, arrest, detentions }: ReportDocument): Problem[] {
  const dates: [string, string | undefined][] = [
    ['/person/birthDate', person.birthDate],
    ['/lastSeen/date', lastSeen?.date],
    ['/arrest/date', arrest?.date],
    ...(detentions ?? []).flatMap(({ from, to }, index): [string, string | undefined][] => [
      [`/detentions/${index}/from`, from],
      [`/detentions/${index}/to`, to],
    ]),
  ];
  return dates
    .filter(([, date]) => date !== undefined && !isEdtfDate(date))
    .map(([field]) => ({
      field,
      code: 'not-edtf',
      expected:
        'an EDTF date in the digits 0 to 9, as 1987, 1987-05, 1987~, 2013/2014 or 2013-11/..',
      fix: 'Write what is known and no more, the year first; a year alone will do.',
    }));
}
