import type { Problem } from '@athar/diagnostics';
import { checkContacts } from '@athar/families';
import { isNoName, nameAdvice, nameFlaw } from '@athar/imports';
import { checkDate } from './check-date.js';
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

/** What is wrong with the names of a person; `field` is where they stand. */
export function checkNames(names: PersonNames, field: string): Problem[] {
  const { husband, ...own } = names;
  const flawed = Object.entries({ ...own, husband }).flatMap(([part, told]) =>
    flawsOf(told, `${field}/${part}`),
  );
  if (flawed.length > 0) return flawed;
  // A husband's name is his: a report with it alone would be compared with nobody.
  const named = Object.values(own).flat();
  if (named.some((name) => name !== undefined && !isNoName(name))) return [];
  return [
    {
      field,
      code: 'name-missing',
      expected: 'at least one name, whole or in parts, in either script',
      fix: 'Add full, given, father, family, mother or knownAs.',
    },
  ];
}

function flawsOf(told: string | readonly string[] | undefined, field: string): Problem[] {
  if (told === undefined) return [];
  if (typeof told !== 'string') {
    return told.flatMap((name, at) => flawsOf(name, `${field}/${at}`));
  }
  const code = nameFlaw(told);
  return code === undefined ? [] : [{ field, code, ...nameAdvice[code] }];
}
