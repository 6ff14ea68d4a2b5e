import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor, type IdempotentRequest } from '@athar/access';
import { latestToday } from '@athar/dates';
import {
  Contacts,
  InvalidContact,
  checkContact,
  type ContactView,
  type NewContact,
} from '@athar/families';
import { Outbox, type MessageTicket } from '@athar/notifications';
import { Database } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { ReportNotFound, ReportWithdrawn } from '../errors.js';
import { Repeatable } from '../repeatable.js';
import type { ReportState } from '../report.js';
import { RegistrationNotice } from '../tasks/registration-notice.js';

interface Added {
  view: ContactView;
  tickets: MessageTicket[];
}

/** Adds a relative to a report that is there. */
@Injectable()
export class ContactAdding {
  constructor(
    private readonly database: Database,
    private readonly contacts: Contacts,
    private readonly notice: RegistrationNotice,
    private readonly outbox: Outbox,
    private readonly repeatable: Repeatable,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Keeps a further relative, who agrees to it, and lets her hear that the report is registered.
   *
   * @throws RoleMissing, ReportNotFound, ReportWithdrawn, InvalidContact, IdempotencyKeyReused
   */
  async add(
    actor: Actor,
    reportId: string,
    contact: NewContact,
    idempotent?: IdempotentRequest,
  ): Promise<ContactView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const problems = checkContact(contact, '', latestToday(new Date()));
    if (problems.length > 0) throw new InvalidContact(problems);
    const { view, tickets } = await this.database.inOrganisation(actor.organisationId, (manager) =>
      this.addOnce(manager, actor, reportId, contact, idempotent),
    );
    await this.outbox.dispatch(tickets);
    return view;
  }

  private async addOnce(
    manager: EntityManager,
    actor: Actor,
    reportId: string,
    contact: NewContact,
    idempotent: IdempotentRequest | undefined,
  ): Promise<Added> {
    const { organisationId, memberId } = actor;
    // First: a repeated request is answered, whatever became of the report since.
    const claim = await this.repeatable.claim(manager, actor, 'contacts.add', idempotent);
    if (claim.repeated) {
      return { view: await this.contacts.find(manager, organisationId, claim.id), tickets: [] };
    }
    await lockOpenReport(manager, organisationId, reportId);
    await this.contacts.add(manager, actor, reportId, [{ ...contact, id: claim.id }]);
    const { tickets, calls } = await this.notice.write(manager, actor, reportId, [claim.id]);
    const view = await this.contacts.find(manager, organisationId, claim.id);
    await this.audit.record(manager, {
      organisationId,
      memberId,
      action: 'contact.added',
      subjectType: 'contact',
      subjectId: claim.id,
      detail: { reportId, messages: tickets.length, calls },
    });
    return { view, tickets };
  }
}

async function lockOpenReport(
  manager: EntityManager,
  organisationId: string,
  reportId: string,
): Promise<void> {
  const [row] = await manager.query<{ state: ReportState }[]>(
    'SELECT state FROM reports WHERE organisation_id = $1 AND id = $2 FOR UPDATE',
    [organisationId, reportId],
  );
  if (!row) throw new ReportNotFound();
  if (row.state === 'withdrawn') throw new ReportWithdrawn();
}
