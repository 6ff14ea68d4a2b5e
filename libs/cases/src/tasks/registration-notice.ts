import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import { Outbox, type MessageTicket } from '@athar/notifications';
import type { EntityManager } from 'typeorm';
import { ReportNotFound } from '../errors.js';
import { CallTasks } from './call-tasks.js';

/** How relatives will hear that a report was registered. */
export interface Notices {
  /** To be handed to the queue after the commit. */
  tickets: MessageTicket[];
  /** Calls that a caseworker was asked for. */
  calls: number;
}

/** Lets relatives hear that a report was registered: by e-mail, else by a call, if they agreed. */
@Injectable()
export class RegistrationNotice {
  constructor(
    private readonly outbox: Outbox,
    private readonly calls: CallTasks,
  ) {}

  /**
   * Writes messages and calls in the transaction of the registration. They name the reference that
   * this report's relatives were given, whichever case it was merged into.
   */
  async write(
    manager: EntityManager,
    actor: Actor,
    reportId: string,
    contactIds: readonly string[],
  ): Promise<Notices> {
    const { organisationId } = actor;
    const caseId = await givenCaseOf(manager, organisationId, reportId);
    const notices: Notices = { tickets: [], calls: 0 };
    for (const contactId of contactIds) {
      const place = { caseId, reportId, contactId };
      const ticket = await this.outbox.registered(manager, { organisationId, ...place });
      if (ticket) notices.tickets.push(ticket);
      else if (await this.calls.registered(manager, actor, place)) notices.calls += 1;
    }
    return notices;
  }
}

async function givenCaseOf(
  manager: EntityManager,
  organisationId: string,
  reportId: string,
): Promise<string> {
  const [row] = await manager.query<{ given_case_id: string }[]>(
    'SELECT given_case_id FROM reports WHERE organisation_id = $1 AND id = $2',
    [organisationId, reportId],
  );
  if (!row) throw new ReportNotFound();
  return row.given_case_id;
}
