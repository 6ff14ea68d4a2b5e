import type { Problem } from '@athar/diagnostics';
import { checkContacts } from '@athar/families';
import { checkDate } from './check-date.js';
import { isNoName } from './no-name.js';
import type { NewReport } from './report.js';
import type { PersonNames } from './missing-person.js';
import { datesOf } from './report-dates.js';
import type { ReportDocument } from './report-document.js';

/**
 * What is wrong with a new report, field by field; empty where it can be kept.
 *
 * @param today the day after which everything is in the future, as `2026-03-01`.
 */
export function checkReport(report: NewReport, today: string): Problem[] {
  return [...checkDocument(report, today), ...checkContacts(report.contacts, '/contacts', today)];
}

/** What is wrong with what a relative said, field by field; `today` as for {@link checkReport}. */
export function checkDocument(document: ReportDocument, today: string): Problem[] {
  const { names, alternatives = [] } = document.person;
  return [
    ...checkNames(names, '/person/names'),
    ...alternatives.flatMap((one, at) => checkNames(one.names, `/person/alternatives/${at}/names`)),
    ...datesOf(document).flatMap(({ field, date }) => checkDate(field, date, today)),
  ];
}

function checkNames(names: PersonNames, field: string): Problem[] {
  const {
    full = [],
    knownAs = [],
    given,
    secondGiven,
    father,
    grandfather,
    family,
    mother,
  } = names;
  const own = [...full, ...knownAs, given, secondGiven, father, grandfather, family, mother];
  if (own.some((name) => name !== undefined && isName(name))) return [];
  return [
    {
      field,
      code: 'name-missing',
      expected: 'at least one name, whole or in parts, in either script',
      fix: 'Add full, given, father, family, mother or knownAs.',
    },
  ];
}

/** A report whose only name is none would be compared with nobody. */
function isName(text: string): boolean {
  return /\p{L}/u.test(text) && !isNoName(text);
}
