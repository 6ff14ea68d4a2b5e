import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { latestToday } from '@athar/dates';
import {
  ContactChanges,
  type ContactAddress,
  type ContactEdit,
  type ContactView,
  type NewConsent,
  type Proof,
  type Purpose,
} from '@athar/families';
import { Database } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import type { EntityManager } from 'typeorm';
import { askForMatching } from '../match-report-job.js';
import { ReportReopening } from './report-reopening.js';

/** What a relative agrees to from now on. */
export interface ConsentsGiven {
  contact: ContactView;
  /** Those that were not in force before. */
  given: Purpose[];
  /** True where a report that had been withdrawn is matched again. */
  reportReopened: boolean;
}

/** Keeps the relatives of a report up to date. */
@Injectable()
export class ContactWork {
  constructor(
    private readonly database: Database,
    private readonly changes: ContactChanges,
    private readonly reopening: ReportReopening,
    private readonly audit: AuditTrail,
    private readonly jobs: JobProducer,
  ) {}

  /** @throws RoleMissing, ContactNotFound, ContactChanged, ContactWithdrawn, InvalidContact */
  edit(actor: Actor, address: ContactAddress, edit: ContactEdit): Promise<ContactView> {
    requireRole(actor, 'caseworker', 'coordinator');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const contact = await this.changes.edit(manager, actor, address, edit);
      await this.record(manager, actor, 'contact.edited', contact, { version: contact.version });
      return contact;
    });
  }

  /** @throws RoleMissing, ContactNotFound, ContactChanged, ContactWithdrawn */
  verify(actor: Actor, address: ContactAddress, way: Proof): Promise<ContactView> {
    requireRole(actor, 'caseworker', 'coordinator');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const contact = await this.changes.verify(manager, actor, address, way);
      await this.record(manager, actor, 'contact.verified', contact, { way });
      return contact;
    });
  }

  /**
   * Keeps consents given anew or in addition. Where the report had been withdrawn and may be matched
   * again, it is.
   *
   * @throws RoleMissing, ContactNotFound, InvalidContact
   */
  async give(
    actor: Actor,
    contactId: string,
    consents: readonly NewConsent[],
  ): Promise<ConsentsGiven> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { organisationId } = actor;
    const today = latestToday(new Date());
    const { result, revision } = await this.database.inOrganisation(
      organisationId,
      async (manager) => {
        const { contact, given } = await this.changes.give(
          manager,
          actor,
          contactId,
          consents,
          today,
        );
        const reopened = given.includes('store_and_match')
          ? await this.reopening.reopen(manager, actor, contact.reportId)
          : undefined;
        const reportReopened = reopened !== undefined;
        const detail = { purposes: given, reportReopened };
        await this.record(manager, actor, 'consent.given', contact, detail);
        return { result: { contact, given, reportReopened }, revision: reopened };
      },
    );
    if (revision !== undefined) {
      const { reportId } = result.contact;
      await askForMatching(this.jobs, { organisationId, reportId, revision });
    }
    return result;
  }

  private record(
    manager: EntityManager,
    { organisationId, memberId }: Actor,
    action: string,
    { id }: ContactView,
    detail: Record<string, string | number | boolean | string[]>,
  ): Promise<void> {
    const event = { organisationId, memberId, action, subjectType: 'contact', subjectId: id };
    return this.audit.record(manager, { ...event, detail });
  }
}
