import type { MemberRole } from '@athar/access';
import type { PageRequest } from '@athar/persistence';

export const caseStatuses = [
  'open',
  'under_review',
  'confirmed',
  'disclosure_planned',
  'disclosed',
  'closed',
  'withdrawn',
  /** Its reports are in another case; see `mergedInto`. */
  'merged',
] as const;
export type CaseStatusName = (typeof caseStatuses)[number];

/** The work on one missing person, as members see it. */
export interface CaseView {
  id: string;
  reference: string;
  /** Who is no reviewer sees `open` where a review is under way. */
  status: CaseStatusName;
  /** The case that took this one's reports in, over all merges; null where it was not merged. */
  mergedInto: string | null;
  /** Reports that relatives gave, oldest first. */
  reportIds: string[];
  openedBy: string;
  openedAt: string;
}

export interface CaseFilter extends PageRequest {
  status?: CaseStatusName | undefined;
  /**
   * As typed: case, spaces, hyphens and Arabic digits do not matter. That of a case that was merged
   * finds the one that it was merged into.
   */
  reference?: string | undefined;
  /** The member who opened it. */
  openedBy?: string | undefined;
  /** A member who has an open task of it. */
  assignedTo?: string | undefined;
  /** Only cases with an open task that is due; with `assignedTo`, with one of that member. */
  needsAttention?: boolean | undefined;
}

/**
 * The status as this member may see it. That a review is under way says that there is a candidate,
 * which intake must not learn.
 */
export function statusFor(roles: readonly MemberRole[], status: CaseStatusName): CaseStatusName {
  return status === 'under_review' && !roles.includes('reviewer') ? 'open' : status;
}

/** The statuses that look like `shown` to this member. */
export function statusesBehind(
  roles: readonly MemberRole[],
  shown: CaseStatusName,
): CaseStatusName[] {
  return caseStatuses.filter((status) => statusFor(roles, status) === shown);
}
