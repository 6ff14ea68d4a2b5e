import { dayBounds } from '@athar/dates';

/** Days since 1970-01-01, both inclusive; an open end is infinite. */
interface Span {
  first: number;
  last: number;
}

/**
 * Whether photographs of two groups of days can be of one prisoner: numbers are given again, and the
 * photographs of one person are taken within a few days. A doubtful or open date may stand for every
 * day that it covers.
 *
 * @param one EDTF dates; a text that is none counts as no date.
 * @param windowDays most days between the nearest two; 0 for the same day.
 * @returns `unknown` where either side has no date.
 */
export function sameWindow(
  one: readonly string[],
  other: readonly string[],
  windowDays: number,
): 'same' | 'apart' | 'unknown' {
  const left = one.flatMap((date) => spanOf(date) ?? []);
  const right = other.flatMap((date) => spanOf(date) ?? []);
  if (left.length === 0 || right.length === 0) return 'unknown';
  const near = left.some((a) => right.some((b) => daysApart(a, b) <= windowDays));
  return near ? 'same' : 'apart';
}

function daysApart(one: Span, other: Span): number {
  return Math.max(0, one.first - other.last, other.first - one.last);
}

/** Days come again with every photograph of a prisoner, and their parser is slow. */
const spans = new Map<string, Span | null>();
const mostSpans = 20_000;

function spanOf(date: string): Span | null {
  const known = spans.get(date);
  if (known !== undefined) return known;
  const span = reckoned(date);
  if (spans.size >= mostSpans) spans.clear();
  spans.set(date, span);
  return span;
}

function reckoned(date: string): Span | null {
  const bounds = dayBounds(date);
  if (!bounds) return null;
  return {
    first: bounds.earliest === null ? -Infinity : dayNumber(bounds.earliest),
    last: bounds.latest === null ? Infinity : dayNumber(bounds.latest),
  };
}

function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / 86_400_000;
}
