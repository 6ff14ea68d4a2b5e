import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import { Recipients } from '@athar/families';
import { KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { taskPlace } from './task-rows.js';

/** A report whose relative is to hear that it was registered. */
export interface RegistrationCall {
  caseId: string;
  reportId: string;
  contactId: string;
}

/**
 * Calls that the service asks for. They follow from the registration alone: whether, when and what is
 * said cannot depend on a candidate, since nothing here knows of any.
 */
@Injectable()
export class CallTasks {
  constructor(
    private readonly recipients: Recipients,
    private readonly keyRing: KeyRing,
  ) {}

  /**
   * Asks who took the report in to call one relative by the next day, once for each report, in the
   * caller's transaction. No call is asked for in a case in which nothing is said any more.
   *
   * @returns false where she did not agree to being called.
   */
  async registered(
    manager: EntityManager,
    { organisationId, memberId }: Actor,
    { caseId, reportId, contactId }: RegistrationCall,
  ): Promise<boolean> {
    const to = await this.recipients.find(manager, organisationId, contactId, 'message_call');
    if (!to?.agrees) return false;
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const id = randomUUID();
    const written = await manager.query<unknown[]>(
      `INSERT INTO tasks (id, organisation_id, case_id, contact_id, kind, template, occasion, due_on,
         assigned_to, created_by, record)
       SELECT $1, $2, $3, $4, 'call', 'registered', $5, (now() AT TIME ZONE 'UTC')::date + 1, $6, $6, $7
       FROM cases WHERE organisation_id = $2 AND id = surviving_case($3)
         AND status NOT IN ('disclosed', 'closed', 'withdrawn')
       ON CONFLICT (contact_id, template, occasion) DO NOTHING RETURNING 1`,
      [id, organisationId, caseId, contactId, reportId, memberId, seal.sealJson(taskPlace(id), {})],
    );
    return written.length > 0;
  }
}
