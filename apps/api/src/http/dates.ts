import { isDay } from '@athar/dates';
import { z } from 'zod';

/** A full day of the calendar, 1900 to 9999. */
export const day = z.iso
  .date('a day, as 2026-03-01')
  .refine(isDay, 'a day from 1900-01-01 to 9999-12-31, as 2026-03-01');

/**
 * An instant with its offset, in the years 1 to 9999; passed on in UTC to the millisecond, since
 * PostgreSQL takes fewer offsets than ISO 8601.
 */
export const instant = z.iso
  .datetime({ offset: true, error: 'an instant, as 2026-03-01T00:00:00Z' })
  .overwrite(inUtc)
  .regex(/^(?!0000)\d{4}-/, 'an instant of the years 1 to 9999, as 2026-03-01T00:00:00Z');

function inUtc(text: string): string {
  const moment = new Date(text);
  return Number.isNaN(moment.getTime()) ? text : moment.toISOString();
}
