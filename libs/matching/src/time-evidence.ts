import { DAYS_A_YEAR, type DateRange } from './edtf.js';
import type { Say } from './evidence.js';
import type { Circumstances, SourcedDate } from './prepare.js';
import { WEIGHTS } from './weights.js';

/** Share of a conflict that days apart come to: memory is often wrong by weeks, seldom by years. */
function shareAfter(days: number): number {
  for (const step of WEIGHTS.conflictGrows) if (days <= step.days) return step.share;
  return 1;
}

/** Bits of a date that is told and lies after the photograph; 0 where it does not. */
function conflictBits(
  told: SourcedDate | null,
  photo: DateRange,
  weights: Readonly<Record<SourcedDate['source'], number>>,
): number {
  if (told === null || told.range.from <= photo.to) return 0;
  const days = told.range.from - photo.to;
  const share = shareAfter(days);
  return weights[told.source] * (told.range.approximate || photo.approximate ? share / 2 : share);
}

/** Bits of a photograph so many years after an arrest. */
function bitsAfter(years: number): number {
  for (const step of WEIGHTS.arrestedBefore) if (years <= step.years) return step.bits;
  return 0;
}

/** The graver of two conflicts in time, or else an arrest that fits. */
function sayTime(told: Circumstances, { photo }: Circumstances, say: Say): void {
  if (photo === null) return;
  const seen = conflictBits(told.seen, photo, WEIGHTS.seenAfter);
  const arrested = conflictBits(told.arrest, photo, WEIGHTS.arrestedAfter);
  const date = arrested < seen ? told.arrest : told.seen;
  if (date !== null && (seen < 0 || arrested < 0)) {
    const days = Math.round(date.range.from - photo.to);
    const code = arrested < seen ? 'arrested-after' : 'seen-after';
    say('time', code, Math.min(seen, arrested), days, date.source);
    return;
  }
  if (told.arrest === null) return;
  const years = (photo.from - told.arrest.range.to) / DAYS_A_YEAR;
  if (years < 0 || !Number.isFinite(years)) return;
  const bits = bitsAfter(years);
  say('time', bits > 0 ? 'arrested-before' : 'arrested-long-before', bits, Math.floor(years));
}

/** What the dates of one record say of the photograph of the other. */
export function timeEvidence(left: Circumstances, right: Circumstances, say: Say): void {
  sayTime(left, right, say);
  sayTime(right, left, say);
}
