import type { CollectionTerms } from './collection-terms.js';

/**
 * embargo: nothing of the collection is used before a day; no_match: it may not be compared with
 * reports at all; no_disclosure: it may be compared, but nothing of it may be told or handed on.
 */
export const heldReasons = ['embargo', 'no_match', 'no_disclosure'] as const;
export type HeldReason = (typeof heldReasons)[number];

/**
 * Why the custodian's terms hold back what touches a collection; null where they do not. Of several
 * reasons the first in the order of {@link heldReasons}, which is the strictest.
 *
 * @param today ISO day; an embargo ends on its day, as in the database's `collection_open`.
 */
export function heldBecause(
  terms: Pick<CollectionTerms, 'mayMatch' | 'mayDisclose' | 'embargoUntil'>,
  today: string,
): HeldReason | null {
  if (terms.embargoUntil !== null && today < terms.embargoUntil) return 'embargo';
  if (!terms.mayMatch) return 'no_match';
  return terms.mayDisclose ? null : 'no_disclosure';
}

/** True for what a reviewer may not see at all: there is no work that they could do with it. */
export function hiddenFromReview(reason: HeldReason | null): boolean {
  return reason === 'embargo' || reason === 'no_match';
}

/** SQL for {@link heldBecause} of a collection `c`, today; NULL where nothing holds it. */
export const heldBecauseSql = `
  CASE WHEN c.embargo_until > current_date THEN 'embargo'
       WHEN NOT c.may_match THEN 'no_match'
       WHEN NOT c.may_disclose THEN 'no_disclosure' END`;
