import { foldText } from '../text/fold-text.js';
import { PatternError } from './pattern-error.js';

export type DateToken = 'dd' | 'mm' | 'month' | 'yyyy' | 'yy' | 'separator';

/** One order in which a date may be written. */
export interface DateFormat {
  tokens: readonly DateToken[];
  /** True where digits follow digits with nothing between: all widths are then exact. */
  glued: boolean;
  /** The hundred years that two-digit years lie in begin with this one. */
  firstYear: number;
  /** As the steward wrote it. */
  text: string;
}

export const DEFAULT_DATE = 'dd-mm-yyyy|yyyy-mm-dd';
const DEFAULT_FIRST_YEAR = 2000;

const expected =
  'a date such as dd-mm-yyyy, yyyy-mm-dd, ddmmyy or dd month yyyy, made of dd, mm, month, yyyy and yy ' +
  '(dd-mm-yyyy reads 3-5-2013 and 03/05/2013 too), several orders with "|" between';

/**
 * Reads the orders of a date field: `dd-mm-yyyy|yyyymmdd`, at the end ` from 1950` for two-digit
 * years (from 2000 unless told).
 *
 * @param at place of the option in the pattern, for errors.
 * @throws PatternError
 */
export function parseDateFormats(option: string, at: number): DateFormat[] {
  const parts = /^([^]*?)(?:\bfrom\s*(\d{1,4})\s*)?$/i.exec(option);
  const orders = parts?.[1]?.trim() ? parts[1] : DEFAULT_DATE;
  const firstYear = parts?.[2] === undefined ? DEFAULT_FIRST_YEAR : Number(parts[2]);
  if (firstYear < 1900 || firstYear > 2100) {
    throw new PatternError(at, 'a year from 1900 to 2100 behind "from"');
  }
  let place = at;
  return orders.split('|').map((order) => {
    const format = parseOrder(order, place, firstYear);
    place += order.length + 1;
    return format;
  });
}

function parseOrder(order: string, at: number, firstYear: number): DateFormat {
  const text = foldText(order);
  const tokens: DateToken[] = [];
  for (const [part] of text.matchAll(/month|yyyy|yy|mm|dd| |[^]/g)) {
    const token = tokenOf[part];
    if (!token) throw new PatternError(at, expected);
    tokens.push(token);
  }
  checkTokens(tokens, at);
  return { tokens, glued: isGlued(tokens), firstYear, text: order.trim() };
}

const tokenOf: Readonly<Record<string, DateToken>> = {
  month: 'month',
  yyyy: 'yyyy',
  yy: 'yy',
  mm: 'mm',
  dd: 'dd',
  ' ': 'separator',
};

function checkTokens(tokens: readonly DateToken[], at: number): void {
  const count = (...wanted: DateToken[]) => tokens.filter((token) => wanted.includes(token)).length;
  const years = count('yyyy', 'yy');
  const months = count('mm', 'month');
  const days = count('dd');
  if (years !== 1) throw new PatternError(at, `one yyyy or yy in ${expected}`);
  if (months > 1 || days > 1) throw new PatternError(at, expected);
  if (days === 1 && months === 0)
    throw new PatternError(at, 'a month (mm or month) beside the day');
}

function isGlued(tokens: readonly DateToken[]): boolean {
  return tokens.some((token, index) => isDigits(token) && isDigits(tokens[index + 1]));
}

function isDigits(token: DateToken | undefined): boolean {
  return token !== undefined && token !== 'separator' && token !== 'month';
}
