import type { SafeHours } from './contact.js';

const MINUTE = 60_000;
/** Two days: on a day when the clock is put forward, short hours may not occur at all. */
const MINUTES = 49 * 60;

/**
 * The first moment, not before `now` and at most two days after it, at which a message does no harm.
 * The clock is walked rather than calculated, so that the days on which it is put forward or back
 * need no rule of their own. Hours that end as they begin are the whole day.
 */
export function nextSafeMoment(now: Date, hours: SafeHours | undefined): Date {
  if (!hours) return now;
  const isSafe = clockOf(hours);
  if (isSafe(now)) return now;
  const minute = Math.ceil(now.getTime() / MINUTE) * MINUTE;
  for (let step = 0; step < MINUTES; step += 1) {
    const moment = new Date(minute + step * MINUTE);
    if (isSafe(moment)) return moment;
  }
  return new Date(minute + MINUTES * MINUTE);
}

function clockOf({ from, until, timeZone }: SafeHours): (moment: Date) => boolean {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  return (moment) => {
    const time = clock.format(moment);
    return from < until ? from <= time && time < until : time >= from || time < until;
  };
}
