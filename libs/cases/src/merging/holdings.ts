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

/**
 * The status of a case after a merge was undone, from what it holds now. What people did about it
 * stands: a closed case stays closed, a disclosure stays one while something is confirmed.
 *
 * @param status before the merge for the case that was absorbed, as it is now for the one that stayed.
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
