import { dayBounds } from './day-bounds.js';

/** Nobody who is looked for was born, and nothing that is told of happened, before this year. */
export const EARLIEST_YEAR = 1850;

/** Why a date cannot be that of a birth, a photograph or an event. */
export const dateDoubts = ['in-the-future', 'hijri-year', 'long-ago'] as const;
export type DateDoubt = (typeof dateDoubts)[number];

/**
 * What speaks for sure against a date of somebody's life; undefined where nothing does. A span that
 * reaches into the years that can be is never doubted.
 *
 * @param date EDTF.
 * @param today the day after which everything is in the future, as `2026-03-01`; see {@link latestToday}.
 */
export function doubtOf(date: string, today: string): DateDoubt | undefined {
  const { earliest = null, latest = null } = dayBounds(date) ?? {};
  if (earliest !== null && earliest > today) return 'in-the-future';
  if (latest === null || Number(latest.slice(0, 4)) >= EARLIEST_YEAR) return undefined;
  const year = Number(latest.slice(0, 4));
  return year >= 1300 && year <= 1500 ? 'hijri-year' : 'long-ago';
}

const FURTHEST_EAST_HOURS = 14;

/**
 * The day that it is where it is latest on earth (UTC+14), as `2026-03-01`: what lies after it is in
 * the future for everybody.
 */
export function latestToday(now: Date): string {
  return new Date(now.getTime() + FURTHEST_EAST_HOURS * 3_600_000).toISOString().slice(0, 10);
}
