import { Injectable } from '@nestjs/common';
import type { Actor, AuditEvent } from '@athar/access';
import { latestToday } from '@athar/dates';
import {
  ContactChanges,
  Contacts,
  type ContactView,
  type NewConsent,
  type NewContact,
} from '@athar/families';
import type { EntityManager } from 'typeorm';
import { ReportWriting } from '../report-writing.js';
import { RegistrationNotice } from '../tasks/registration-notice.js';
import { Withdrawals } from '../withdrawals.js';
import type { ImportedReport } from './imported-report.js';
import { withConsentsInForce, type StandingReport } from './standing-report.js';

/** A report with what the row says anew. */
export interface RenewedReport {
  version: number;
  /** To be recorded last in the transaction. */
  events: AuditEvent[];
}

/** Lets a corrected row correct its report and the relatives who gave it. */
@Injectable()
export class ReportRenewal {
  constructor(
    private readonly writing: ReportWriting,
    private readonly contacts: Contacts,
    private readonly changes: ContactChanges,
    private readonly withdrawals: Withdrawals,
    private readonly notice: RegistrationNotice,
  ) {}

  /** Works in the caller's transaction, on a report that is held there. */
  async renew(
    manager: EntityManager,
    actor: Actor,
    standing: StandingReport,
    { report, contacts }: ImportedReport,
  ): Promise<RenewedReport> {
    const { version, event } = await this.writing.rewrite(manager, actor, standing.row, report);
    const events: AuditEvent[] = [event];
    for (const [at, contact] of contacts.entries()) {
      const known = standing.contacts[at];
      const more = known
        ? await this.correct(manager, actor, known, contact)
        : await this.add(manager, actor, standing, contact);
      events.push(...more);
    }
    return { version, events };
  }

  /** What a row no longer says of her consents is taken back: a consent must not outlive its answer. */
  private async correct(
    manager: EntityManager,
    actor: Actor,
    known: ContactView,
    contact: NewContact,
  ): Promise<AuditEvent[]> {
    const events: AuditEvent[] = [];
    const before = withConsentsInForce(known).consents;
    const ended = before.filter((one) => !isAmong(one, contact.consents));
    if (ended.length > 0) {
      const purposes = ended.map(({ purpose }) => purpose);
      const { event } = await this.withdrawals.withdrawIn(manager, actor, known.id, purposes);
      events.push(event);
    }
    const { consents, ...edit } = contact;
    if (!says(known, edit)) {
      const address = { id: known.id, expectedVersion: known.version };
      await this.changes.edit(manager, actor, address, edit);
      events.push(contactEvent(actor, 'contact.edited', known.id));
    }
    const corrected = await this.changes.correctConsents(manager, actor, known.id, consents);
    if (corrected.length > 0) events.push(contactEvent(actor, 'consent.corrected', known.id));
    const added = consents.filter((one) => !isAmong(one, before));
    if (added.length === 0) return events;
    await this.changes.give(manager, actor, known.id, added, latestToday(new Date()));
    return [...events, contactEvent(actor, 'consent.given', known.id)];
  }

  private async add(
    manager: EntityManager,
    actor: Actor,
    { row }: StandingReport,
    contact: NewContact,
  ): Promise<AuditEvent[]> {
    const ids = await this.contacts.add(manager, actor, row.id, [contact]);
    await this.notice.write(manager, actor, row.id, ids);
    return ids.map((id) => contactEvent(actor, 'contact.added', id));
  }
}

function isAmong({ purpose }: NewConsent, consents: readonly NewConsent[]): boolean {
  return consents.some((one) => one.purpose === purpose);
}

function says(known: ContactView, edit: Omit<NewContact, 'consents'>): boolean {
  const fields = ['name', 'relationship', 'language', 'phone', 'email', 'note'] as const;
  return (
    fields.every((field) => known[field] === edit[field]) &&
    known.discreet === (edit.discreet ?? false) &&
    JSON.stringify(known.safeHours) === JSON.stringify(edit.safeHours)
  );
}

function contactEvent(actor: Actor, action: string, subjectId: string): AuditEvent {
  const { organisationId, memberId } = actor;
  return { organisationId, memberId, action, subjectType: 'contact', subjectId };
}
