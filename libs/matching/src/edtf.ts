/** The days that a date may mean, as whole days since 1 January 1970; open ends are infinite. */
export interface DateRange {
  readonly from: number;
  readonly to: number;
  /** Marked uncertain or approximate (`?`, `~`, `%`). */
  readonly approximate: boolean;
}

const DAY = 86_400_000;
const PART = /^([\d]{1,4}X{0,3}|XXXX)(?:-(\d\d|\dX|XX))?(?:-(\d\d|\dX|XX))?$/;

function day(year: number, month: number, date: number): number {
  const utc = new Date(0);
  utc.setUTCFullYear(year, month, date);
  return utc.getTime() / DAY;
}

/** Least and greatest number that digits with unspecified ones (`198X`) can mean. */
function digits(text: string): [number, number] {
  return [Number(text.replaceAll('X', '0')), Number(text.replaceAll('X', '9'))];
}

function clamp(range: [number, number], least: number, most: number): [number, number] {
  return [Math.max(least, range[0]), Math.min(most, range[1])];
}

/** Seasons of ISO 8601-2: 21 spring to 24 winter, three months each. */
function season(year: number, code: number, approximate: boolean): DateRange {
  const month = 2 + (code - 21) * 3;
  return { from: day(year, month, 1), to: day(year, month + 3, 0), approximate };
}

function parsePoint(text: string): DateRange | null {
  const approximate = /[?~%]/.test(text);
  const match = PART.exec(text.replace(/[?~%]/g, ''));
  const year = match?.[1];
  if (year?.length !== 4) return null;
  const [firstYear, lastYear] = digits(year);
  const monthText = match?.[2];
  if (monthText === undefined) {
    return { from: day(firstYear, 0, 1), to: day(lastYear, 11, 31), approximate };
  }
  const month = Number(monthText);
  if (month >= 21 && month <= 24 && match?.[3] === undefined) {
    return season(firstYear, month, approximate);
  }
  const [firstMonth, lastMonth] = clamp(digits(monthText), 1, 12);
  if (firstMonth > lastMonth) return null;
  const [firstDay, lastDay] = clamp(digits(match?.[3] ?? 'XX'), 1, lengthOf(lastYear, lastMonth));
  if (firstDay > lastDay) return null;
  return {
    from: day(firstYear, firstMonth - 1, firstDay),
    to: day(lastYear, lastMonth - 1, lastDay),
    approximate,
  };
}

function lengthOf(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/**
 * Reads an EDTF date (ISO 8601-2 levels 0 and 1, and unspecified digits: `1987`, `1987-05~`, `198X`,
 * `2013/2014`, `2013-11/..`). Gives the range of days it can mean, or null where it is no such date.
 */
export function parseEdtf(text: string): DateRange | null {
  const trimmed = text.trim();
  const [start, end, ...more] = trimmed.split('/');
  if (start === undefined || more.length > 0) return null;
  if (end === undefined) return parsePoint(start);
  const open = (part: string) => part === '' || part === '..';
  if (open(start) && open(end)) return null;
  const from = open(start) ? { from: -Infinity, to: 0, approximate: false } : parsePoint(start);
  const to = open(end) ? { from: 0, to: Infinity, approximate: false } : parsePoint(end);
  if (from === null || to === null || from.from > to.to) return null;
  return { from: from.from, to: to.to, approximate: from.approximate || to.approximate };
}

/** A birth on 1 January often stands for the year: read so. */
export function parseBirth(text: string): DateRange | null {
  return parseEdtf(text.trim().replace(/^(\d{4})-01-01/, '$1'));
}

export const DAYS_A_YEAR = 365.2425;

/** Years between the nearest days of two ranges; 0 where they touch. */
export function yearsApart(a: DateRange, b: DateRange): number {
  const gap = Math.max(0, a.from - b.to, b.from - a.to);
  return gap / DAYS_A_YEAR;
}
