import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import type { Purpose } from '@athar/families';
import type { EntityManager } from 'typeorm';
import type { TaskEndReason, TaskKind } from './task.js';

/** How many open tasks a withdrawal ended. */
export interface CancelledTasks {
  calls: number;
  others: number;
}

/** Ends what was planned for relatives who do not agree to it any more. Works in the caller's transaction. */
@Injectable()
export class TaskCancelling {
  /**
   * Cancels the open calls to a relative who does not agree to being called any more, and all that
   * concerns one who may not be kept.
   *
   * @param ended the consents that were taken back.
   */
  ofContact(
    manager: EntityManager,
    actor: Actor,
    contactId: string,
    ended: readonly Purpose[],
  ): Promise<CancelledTasks> {
    const kinds: TaskKind[] = [
      ...(ended.includes('message_call') ? (['call'] as const) : []),
      ...(ended.includes('store_and_match') ? (['call', 'other'] as const) : []),
    ];
    const condition = 'contact_id = $4 AND kind = ANY($5)';
    return cancel(manager, actor, 'consent_withdrawn', condition, [contactId, kinds]);
  }

  /** Cancels all open tasks of a case of which no relative agrees any more. */
  ofCase(manager: EntityManager, actor: Actor, caseId: string): Promise<CancelledTasks> {
    const condition = 'case_id IN (SELECT cases_made_one($4))';
    return cancel(manager, actor, 'case_withdrawn', condition, [caseId]);
  }
}

async function cancel(
  manager: EntityManager,
  { organisationId, memberId }: Actor,
  because: TaskEndReason,
  condition: string,
  values: readonly unknown[],
): Promise<CancelledTasks> {
  const [rows] = await manager.query<[{ kind: TaskKind }[], number]>(
    `UPDATE tasks SET state = 'cancelled', ended_because = $3, ended_by = $2, ended_at = now(),
       updated_at = now(), version = version + 1
     WHERE organisation_id = $1 AND state = 'open' AND ${condition} RETURNING kind`,
    [organisationId, memberId, because, ...values],
  );
  const calls = rows.filter(({ kind }) => kind === 'call').length;
  return { calls, others: rows.length - calls };
}
