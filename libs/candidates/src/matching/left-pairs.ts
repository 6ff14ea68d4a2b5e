import type { AuditEvent } from '@athar/access';
import type { LeavingReason } from '../words.js';
import type { LoweredPair } from './lower-pairs.js';

/** Ids of pairs that left the queue, by reason. */
export type LeftPairs = Readonly<Record<LeavingReason, readonly string[]>>;

export function leftPairs(lowered: readonly LoweredPair[]): LeftPairs {
  const of = (reason: LeavingReason) =>
    lowered.flatMap(({ id, because }) => (because === reason ? [id] : []));
  return {
    below_floor: of('below_floor'),
    crowded_out: of('crowded_out'),
    record_changed: of('record_changed'),
    record_closed: of('record_closed'),
  };
}

/** The line of the audit trail that says which pairs left and why: nobody asked for it. */
export function leavingEvent(
  organisationId: string,
  subjectType: 'candidate' | 'duplicate' | 'entry_pair',
  model: string,
  lowered: readonly LoweredPair[],
): AuditEvent {
  return {
    organisationId,
    action: `${subjectType}.left_queue`,
    subjectType,
    detail: { model, ...leftPairs(lowered) },
  };
}
