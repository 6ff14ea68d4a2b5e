import { foldIdentity } from '@athar/imports';
import { sameWindow } from './same-window.js';
import type { NumberQuery, NumberedSource } from './source.js';

/**
 * Whether a source with the number that is asked for can be of the same person: what both sides say of
 * branch and days does not speak against it.
 */
export function fitsNumber(
  source: Pick<NumberedSource, 'branch' | 'dates'>,
  query: Omit<NumberQuery, 'number'>,
  windowDays: number,
): boolean {
  const [one, other] = [branchOf(source), branchOf(query)];
  if (one !== '' && other !== '' && one !== other) return false;
  return sameWindow(source.dates, query.dates ?? [], windowDays) !== 'apart';
}

/** A branch for comparing, however digits and capitals are typed; empty where it is not known. */
export function branchOf({ branch }: { branch?: string | undefined }): string {
  return foldIdentity(branch ?? '');
}
