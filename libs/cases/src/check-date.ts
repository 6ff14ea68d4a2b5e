import { dateAdvice, doubtOf, isEdtfDate, readDate } from '@athar/dates';
import type { Problem } from '@athar/diagnostics';

/**
 * What is wrong with a date that somebody remembers; empty where it is left out.
 *
 * @param field JSON pointer of it.
 * @param today the day after which everything is in the future, as `2026-03-01`.
 */
export function checkDate(field: string, date: string | undefined, today: string): Problem[] {
  if (date === undefined) return [];
  const code = isEdtfDate(date) ? doubtOf(date, today) : flawOf(date);
  if (code === undefined) return [];
  return [{ field, code, ...(code === 'not-edtf' ? edtf : dateAdvice[code]) }];
}

function flawOf(text: string): 'no-such-day' | 'not-edtf' {
  const read = readDate(text);
  return 'mayMean' in read && read.noSuchDay ? 'no-such-day' : 'not-edtf';
}

const edtf = {
  expected: 'an EDTF date in the digits 0 to 9, as 1987, 1987-05, 1987~, 2013/2014 or 2013-11/..',
  fix: 'Write what is known and no more, the year first; a year alone will do.',
};
