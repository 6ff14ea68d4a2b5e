import { isEdtfDate } from './edtf-date.js';
import { monthNamed } from './month-name.js';

/** In which order a list writes day, month and year where all three are numbers. */
export const dateOrders = ['dmy', 'mdy', 'ymd'] as const;
export type DateOrder = (typeof dateOrders)[number];

/** A date as EDTF; else the dates that the text may mean, none where it can be read in no way. */
export type DateReading =
  | { date: string }
  | {
      mayMean: readonly string[];
      /** It is a whole date, of a day or month that the calendar lacks, as 2013-09-31. */
      noSuchDay?: true;
    };

const unreadable: DateReading = { mayMean: [] };
const noSuchDay: DateReading = { mayMean: [], noSuchDay: true };
const longest = 60;

/**
 * Reads a date as people write it: EDTF; year, month and day in figures with any of `/ . -` between; a
 * month by its name (see monthNamed). Digits may be Arabic, years have four, and a time of day as spreadsheets
 * add it is left out. Of 5/6/2013 nobody
 * knows which is the month unless an order is told; what does not fit the order told is not read.
 *
 * @param order of the numbers in the list that the date stands in.
 */
export function readDate(text: string, order?: DateOrder): DateReading {
  if (text.length > longest) return unreadable;
  const plain = withPlainDigits(text);
  // EDTF last: nothing that is read before means another date there, and its parser is slow.
  const read = inFigures(plain, order) ?? withMonthName(plain) ?? unreadable;
  if ('mayMean' in read && read.mayMean.length === 0 && isEdtfDate(plain)) return { date: plain };
  return read;
}

/** A day in figures with the time that a spreadsheet adds to it; none of another time zone. */
const withTime = /^([\d/.-]{8,10})[ T]\d{1,2}:\d\d(?::\d\d)?(?: ?[AP]M)?$/i;

/** Digits 0 to 9 for Arabic and Persian ones, without invisible marks and the sign of the Christian era. */
function withPlainDigits(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) => String(digit.charCodeAt(0) & 0xf))
    .replace(/(\d{4}) ?م$/, '$1')
    .trim()
    .replace(withTime, '$1');
}

const yearFirst = /^(\d{4}) ?([-/.]) ?(\d{1,2})(?: ?\2 ?(\d{1,2}))?$/;
const yearLast = /^(?:(\d{1,2}) ?([-/.]) ?)?(\d{1,2}) ?([-/.]) ?(\d{4})$/;

function inFigures(text: string, order: DateOrder | undefined): DateReading | undefined {
  const [, year, , month, day] = yearFirst.exec(text) ?? [];
  if (year !== undefined) return onCalendar(year, month, day);
  const [, first, one, second, other, last] = yearLast.exec(text) ?? [];
  if (last === undefined) return undefined;
  if (first === undefined) return onCalendar(last, second);
  if (one !== other) return undefined;
  const read = {
    dmy: edtfOf(last, second, first),
    mdy: edtfOf(last, first, second),
    ymd: undefined,
  };
  const mayMean = [...new Set([read.dmy, read.mdy].filter((date) => date !== undefined))];
  const date = order === undefined && mayMean.length === 1 ? mayMean[0] : read[order ?? 'ymd'];
  if (mayMean.length === 0) return noSuchDay;
  return date === undefined ? { mayMean } : { date };
}

function withMonthName(text: string): DateReading | undefined {
  const ordinals = text.replace(/(\d)(?:st|nd|rd|th|er)\b/gi, '$1');
  const name = /\p{L}[^\d,-]*/u.exec(ordinals)?.[0];
  const month = name === undefined ? undefined : monthNamed(name);
  if (name === undefined || month === undefined) return undefined;
  const numbers = ordinals.replace(name, ' ').split(/[\s,،./-]+/);
  const [one, other, ...more] = numbers.filter((part) => part !== '');
  if (one === undefined || more.length > 0) return unreadable;
  const years = [one, other ?? ''].filter((part) => /^\d{4}$/.test(part));
  const day = years[0] === one ? other : one;
  if (years.length !== 1 || years[0] === undefined) return unreadable;
  return onCalendar(years[0], String(month), day);
}

function onCalendar(year: string, month = '', day?: string): DateReading {
  const date = edtfOf(year, month, day);
  return date === undefined ? noSuchDay : { date };
}

/** Undefined where the calendar has no such day or month. */
function edtfOf(year: string, month: string | undefined, day?: string): string | undefined {
  const parts = [year, ...[month, day].flatMap((part) => part?.padStart(2, '0') ?? [])];
  const date = parts.join('-');
  return Number(month) <= 12 && isEdtfDate(date) ? date : undefined;
}
