const form = /^(\d{4})-\d\d-\d\d$/;

/**
 * True for one full day of the calendar from 1900-01-01 to 9999-12-31, as `2026-03-01`: what a consent
 * or an embargo can name. Every such day fits a date column of the database.
 */
export function isDay(text: string): boolean {
  const year = Number(form.exec(text)?.[1]);
  if (!(year >= 1900)) return false;
  const moment = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(moment.getTime()) && moment.toISOString().startsWith(text);
}
