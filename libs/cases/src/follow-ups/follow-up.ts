import type { PageRequest } from '@athar/persistence';

export const followUpKinds = ['call', 'visit', 'message', 'information', 'correction'] as const;
export type FollowUpKind = (typeof followUpKinds)[number];

/** What is sealed of an entry of the log. */
export interface FollowUpRecord {
  text: string;
}

export interface NewFollowUp extends FollowUpRecord {
  kind: FollowUpKind;
  /** Full day, `2026-03-01`. */
  happenedOn: string;
  /** The relative it was with. */
  contactId?: string;
  /** For a correction: the entry that it puts right. */
  correctsId?: string;
}

/** An entry of a case's log. It is never changed; a further entry corrects it. */
export interface FollowUpView extends FollowUpRecord {
  id: string;
  caseId: string;
  kind: FollowUpKind;
  happenedOn: string;
  contactId: string | null;
  correctsId: string | null;
  enteredBy: string;
  enteredAt: string;
}

export interface FollowUpFilter extends PageRequest {
  kind?: FollowUpKind | undefined;
}
