import { DIGIT } from '../text/characters.js';
import type { Folded } from '../text/folded.js';
import type { DateFormat, DateToken } from './date-format.js';
import { readMonthName } from './months.js';

/** Filled by {@link readDate}; used again and again so that nothing is allocated a title. */
const parts = { year: 0, month: 0, day: 0 };

/**
 * Reads a date of one order at a place.
 *
 * @returns the place behind it, or -1 where none stands there or the day is not in the calendar.
 */
export function readDate(text: Folded, place: number, format: DateFormat): number {
  parts.year = parts.month = parts.day = 0;
  let at = place;
  for (const token of format.tokens) {
    at = readToken(text, at, token, format);
    if (at < 0) return -1;
  }
  return exists() ? at : -1;
}

/** The date of one order at a place as EDTF: `2013-05-03`, `2013-05` or `2013`. */
export function edtfAt(text: Folded, place: number, format: DateFormat): string {
  readDate(text, place, format);
  const { year, month, day } = parts;
  return [pad(year, 4), ...(month ? [pad(month, 2)] : []), ...(day ? [pad(day, 2)] : [])].join('-');
}

function readToken(text: Folded, at: number, token: DateToken, format: DateFormat): number {
  if (token === 'separator') {
    const end = text.afterSeparators(at, false);
    return end > at ? end : -1;
  }
  if (token === 'month') {
    const read = readMonthName(text, at);
    parts.month = read & 15;
    return read < 0 ? -1 : read >> 4;
  }
  return readNumber(text, at, token, format);
}

function readNumber(text: Folded, at: number, token: DateToken, format: DateFormat): number {
  const longest = token === 'yyyy' ? 4 : 2;
  const least = token === 'yyyy' || token === 'yy' || format.glued ? longest : 1;
  let end = at;
  let value = 0;
  while (end < at + longest && text.kinds[end] === DIGIT) {
    value = value * 10 + (text.codes[end] ?? 0) - 48;
    end += 1;
  }
  if (end - at < least || (!format.glued && text.kinds[end] === DIGIT)) return -1;
  return keep(token, value, format) ? end : -1;
}

/** Notes a part of the date; false for a day or month of zero. */
function keep(token: DateToken, value: number, format: DateFormat): boolean {
  if (token === 'yyyy') parts.year = value;
  else if (token === 'yy') parts.year = inHundred(value, format.firstYear);
  else if (token === 'mm') parts.month = value;
  else parts.day = value;
  return token === 'yyyy' || token === 'yy' || value > 0;
}

/** The year of the hundred from `firstYear` on that ends in these two digits. */
function inHundred(lastTwo: number, firstYear: number): number {
  return firstYear + ((lastTwo - (firstYear % 100) + 100) % 100);
}

function exists(): boolean {
  const { year, month, day } = parts;
  if (year < 1900 || year > 2199 || month > 12) return false;
  return day <= (month === 0 ? 0 : daysOf(year, month));
}

function daysOf(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, '0');
}
