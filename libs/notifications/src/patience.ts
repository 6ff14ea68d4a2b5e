/** Attempts that the queue makes by itself within about two minutes. */
const QUICK_ATTEMPTS = 8;
const SLOW_PAUSE_SECONDS = 30 * 60;

/** After eight quick attempts and a day of one each half hour, a person has to look. */
export const MOST_ATTEMPTS = QUICK_ATTEMPTS + 48;

/** Seconds before the next attempt may begin, beside the queue's own pauses. */
export function pauseAfter(attempts: number): number {
  return attempts < QUICK_ATTEMPTS ? 0 : SLOW_PAUSE_SECONDS;
}
