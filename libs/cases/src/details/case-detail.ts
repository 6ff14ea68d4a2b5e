import type { Problem } from '@athar/diagnostics';
import type { Place } from '@athar/persistence';

/**
 * A kind of thing that is kept beside a case, one row each: what of it lies in the clear, and what
 * else to check. All that is not in `columns` is sealed.
 */
export interface DetailType<Detail extends object> {
  table: 'case_references' | 'dna_samples' | 'referrals';
  /** In the audit trail. */
  subject: 'reference' | 'dna_sample' | 'referral';
  columns: readonly (keyof Detail & ('kind' | 'status'))[];
  /** What is wrong with it, field by field; `today` as for `checkDate`. */
  check(detail: Detail, today: string): Problem[];
}

/** A detail as members enter it. */
export type NewDetail<Detail extends object> = Detail & {
  /** The relative whom it concerns. */
  contactId?: string;
};

/** A detail as members see it. */
export type DetailView<Detail extends object> = Detail & {
  id: string;
  caseId: string;
  contactId: string | null;
  /** Counts edits; send it as If-Match with the next one. */
  version: number;
  addedBy: string;
  addedAt: string;
  updatedAt: string;
};

/** Where a detail's sealed part lives. */
export function detailPlace(table: string, id: string): Place {
  return { table, column: 'record', row: id };
}
