import type { CaseStatusName } from './case.js';
import { CaseTransitionRefused } from './errors.js';

/** What may happen to a case. */
export type CaseEvent =
  /** A reviewer judged a pair of the case for the first time. */
  | 'judging_started'
  /** Two people hold that a record concerns the person. */
  | 'confirmed'
  /** The last confirmed pair of the case was revoked. */
  | 'confirmation_revoked'
  /** No relative of any report agrees any more. */
  | 'withdrawn'
  /** A relative gave a report to a case that was there. */
  | 'report_added';

type Transitions = Partial<Record<CaseEvent, CaseStatusName>>;

/**
 * What each event makes of each status. An event that is not listed is refused. A confirmation can be
 * revoked in every status: a case that was withdrawn or closed may hold a confirmed pair still when
 * another relative opens it again. A merged case has no report, so that nothing can happen to it: it
 * becomes itself again by undoing the merge, see `merging/holdings.ts`.
 */
const transitions: Readonly<Record<CaseStatusName, Transitions>> = {
  open: {
    judging_started: 'under_review',
    confirmed: 'confirmed',
    confirmation_revoked: 'open',
    withdrawn: 'withdrawn',
    report_added: 'open',
  },
  under_review: {
    judging_started: 'under_review',
    confirmed: 'confirmed',
    confirmation_revoked: 'under_review',
    withdrawn: 'withdrawn',
    report_added: 'under_review',
  },
  confirmed: {
    judging_started: 'confirmed',
    confirmed: 'confirmed',
    confirmation_revoked: 'under_review',
    withdrawn: 'withdrawn',
    report_added: 'confirmed',
  },
  disclosure_planned: {
    judging_started: 'disclosure_planned',
    confirmed: 'disclosure_planned',
    confirmation_revoked: 'under_review',
    withdrawn: 'withdrawn',
    report_added: 'disclosure_planned',
  },
  disclosed: {
    judging_started: 'disclosed',
    confirmed: 'disclosed',
    confirmation_revoked: 'under_review',
    withdrawn: 'withdrawn',
    report_added: 'disclosed',
  },
  closed: { confirmation_revoked: 'under_review', withdrawn: 'withdrawn', report_added: 'open' },
  withdrawn: { confirmation_revoked: 'withdrawn', report_added: 'open' },
  merged: {},
};

/** The status after an event. @throws CaseTransitionRefused */
export function nextStatus(status: CaseStatusName, event: CaseEvent): CaseStatusName {
  const next = transitions[status][event];
  if (next === undefined) throw new CaseTransitionRefused(status, event);
  return next;
}
