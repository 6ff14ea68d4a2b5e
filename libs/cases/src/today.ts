const FURTHEST_EAST_HOURS = 14;

/**
 * The day that it is where it is latest on earth (UTC+14), as `2026-03-01`: what lies after it is in
 * the future for everybody.
 */
export function latestToday(now: Date): string {
  return new Date(now.getTime() + FURTHEST_EAST_HOURS * 3_600_000).toISOString().slice(0, 10);
}
