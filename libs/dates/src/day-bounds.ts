import edtf from 'edtf';
import { isEdtfDate } from './edtf-date.js';

/** The first and the last full day that a date may mean, as `2013-11-01`; null: open on that side. */
export interface DayBounds {
  earliest: string | null;
  latest: string | null;
}

const plainDay = /^\d{4}-\d\d-\d\d$/;

/**
 * The days between which an EDTF date lies. What is doubtful about it (`~`, `?`) does not widen them.
 *
 * @returns undefined where {@link isEdtfDate} refuses the text.
 */
export function dayBounds(text: string): DayBounds | undefined {
  if (!isEdtfDate(text)) return undefined;
  // As in isEdtfDate: nearly all dates are plain, and the parser is slow.
  if (plainDay.test(text)) return { earliest: text, latest: text };
  const { min, max } = edtf(text, { level: 2 });
  return { earliest: dayOf(min), latest: dayOf(max) };
}

function dayOf(moment: number | null): string | null {
  if (moment === null || !Number.isFinite(moment)) return null;
  return new Date(moment).toISOString().slice(0, 10);
}
