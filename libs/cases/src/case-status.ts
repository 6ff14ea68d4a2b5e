import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import type { EntityManager } from 'typeorm';
import type { CaseStatusName } from './case.js';
import { CaseNotFound } from './errors.js';
import { nextStatus, type CaseEvent } from './transitions.js';

export interface CaseStatusChange {
  from: CaseStatusName;
  to: CaseStatusName;
}

/** The only way in which a case's status changes. */
@Injectable()
export class CaseStatus {
  /**
   * Lets an event happen to a case, in the caller's transaction; the case is locked until commit.
   * The caller's own audit event says what happened.
   *
   * @throws CaseNotFound, CaseTransitionRefused
   */
  async apply(
    manager: EntityManager,
    actor: Actor,
    caseId: string,
    event: CaseEvent,
  ): Promise<CaseStatusChange> {
    const [row] = await manager.query<{ status: CaseStatusName }[]>(
      'SELECT status FROM cases WHERE organisation_id = $1 AND id = $2 FOR UPDATE',
      [actor.organisationId, caseId],
    );
    if (!row) throw new CaseNotFound();
    const change = { from: row.status, to: nextStatus(row.status, event) };
    if (change.from !== change.to) {
      await manager.query(
        `UPDATE cases SET status = $3, version = version + 1, updated_at = now()
         WHERE organisation_id = $1 AND id = $2`,
        [actor.organisationId, caseId, change.to],
      );
    }
    return change;
  }
}
