import { dayBounds, isEdtfDate } from '@athar/dates';
import type { Problem } from '@athar/diagnostics';
import { checkContacts } from '@athar/families';
import type { NewReport } from './report.js';
import type { PersonNames } from './missing-person.js';
import { datesOf, type DatedField } from './report-dates.js';
import type { ReportDocument } from './report-document.js';

/**
 * What is wrong with a new report, field by field; empty where it can be kept.
 *
 * @param today the day after which everything is in the future, as `2026-03-01`.
 */
export function checkReport(report: NewReport, today: string): Problem[] {
  return [...checkDocument(report, today), ...checkContacts(report.contacts, '/contacts')];
}

/** What is wrong with what a relative said, field by field; `today` as for {@link checkReport}. */
export function checkDocument(document: ReportDocument, today: string): Problem[] {
  const { names, alternatives = [] } = document.person;
  return [
    ...checkNames(names, '/person/names'),
    ...alternatives.flatMap((one, at) => checkNames(one.names, `/person/alternatives/${at}/names`)),
    ...datesOf(document).flatMap((dated) => checkDate(dated, today)),
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
  if (own.some((name) => name !== undefined && /\p{L}/u.test(name))) return [];
  return [
    {
      field,
      code: 'name-missing',
      expected: 'at least one name, whole or in parts, in either script',
      fix: 'Add full, given, father, family, mother or knownAs.',
    },
  ];
}

function checkDate({ field, date }: DatedField, today: string): Problem[] {
  if (!isEdtfDate(date)) return [notEdtf(field)];
  const earliest = dayBounds(date)?.earliest ?? null;
  return earliest !== null && earliest > today ? [inTheFuture(field)] : [];
}

function notEdtf(field: string): Problem {
  return {
    field,
    code: 'not-edtf',
    expected: 'an EDTF date in the digits 0 to 9, as 1987, 1987-05, 1987~, 2013/2014 or 2013-11/..',
    fix: 'Write what is known and no more, the year first; a year alone will do.',
  };
}

function inTheFuture(field: string): Problem {
  return {
    field,
    code: 'in-the-future',
    expected: 'a date that is not after today',
    fix: 'Look for a slip in the year; where the date is not known, leave it out.',
  };
}
