import { dayBounds, isEdtfDate } from '@athar/dates';
import type { Problem } from '@athar/diagnostics';

/**
 * What is wrong with a date that somebody remembers; empty where it is left out.
 *
 * @param field JSON pointer of it.
 * @param today the day after which everything is in the future, as `2026-03-01`.
 */
export function checkDate(field: string, date: string | undefined, today: string): Problem[] {
  if (date === undefined) return [];
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
