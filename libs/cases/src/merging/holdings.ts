import type { CaseStatusName } from '../case.js';

/** What the pairs of a case's reports say of it; only who keeps the pairs can tell. */
export interface CaseHoldings {
  /** A pair of a report of the case is confirmed. */
  confirmed: boolean;
  /** A pair of a report of the case was judged, in whichever round. */
  judged: boolean;
}

/** Tells a case's holdings as they are in the transaction at hand. */
export type ReadHoldings = (caseId: string) => Promise<CaseHoldings>;

/** From the first to the last that happens to a case: nothing is sent any more after a disclosure. */
const furthestLast = [
  'open',
  'under_review',
  'confirmed',
  'disclosure_planned',
  'disclosed',
] as const;
type Course = (typeof furthestLast)[number];

/**
 * The status of the case that two became: what went furthest, so that nobody is written to again whose
 * family was told already.
 *
 * @param into of the case that stays.
 * @param from of the case that is absorbed.
 * @param holdings what the absorbed case holds.
 */
export function statusTogether(
  into: CaseStatusName,
  from: CaseStatusName,
  { confirmed, judged }: CaseHoldings,
): Course {
  const held: Course = confirmed ? 'confirmed' : judged ? 'under_review' : 'open';
  const seen = new Set<CaseStatusName>([into, from, held]);
  return furthestLast.findLast((status) => seen.has(status)) ?? held;
}

/**
 * The status of a case after a merge was undone, from what it holds now. What people did about it
 * stands: a closed case stays closed, a disclosure stays one while something is confirmed.
 *
 * @param status before the merge for the case that was absorbed; for the one that stayed as it is now,
 * but before the merge where it had it from the other.
 * @param open whether a report of the case is open.
 */
export function statusApart(
  status: CaseStatusName,
  open: boolean,
  { confirmed, judged }: CaseHoldings,
): CaseStatusName {
  if (!open) return 'withdrawn';
  if (status === 'closed') return 'closed';
  const told = status === 'disclosure_planned' || status === 'disclosed';
  if (confirmed) return told ? status : 'confirmed';
  return judged || told ? 'under_review' : 'open';
}
