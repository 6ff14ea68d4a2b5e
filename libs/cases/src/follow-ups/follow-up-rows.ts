import type { Place, Seal } from '@athar/persistence';
import type { FollowUpKind, FollowUpRecord, FollowUpView } from './follow-up.js';

export interface FollowUpRow {
  id: string;
  case_id: string;
  kind: FollowUpKind;
  happened_on: string;
  contact_id: string | null;
  corrects_id: string | null;
  record: Buffer;
  entered_by: string;
  entered_at: Date;
  at: string;
}

/** The days as text: the driver would make moments of them in the server's time zone. */
export const followUpColumns = `id, case_id, kind, happened_on::text, contact_id, corrects_id, record,
  entered_by, entered_at, entered_at::text AS at`;

/** Where the sealed part of an entry lives. */
export function followUpPlace(id: string): Place {
  return { table: 'follow_ups', column: 'record', row: id };
}

export function toFollowUpView(seal: Seal, row: FollowUpRow): FollowUpView {
  return {
    id: row.id,
    caseId: row.case_id,
    kind: row.kind,
    happenedOn: row.happened_on,
    contactId: row.contact_id,
    correctsId: row.corrects_id,
    ...seal.openJson<FollowUpRecord>(followUpPlace(row.id), row.record),
    enteredBy: row.entered_by,
    enteredAt: row.entered_at.toISOString(),
  };
}
