import { Injectable } from '@nestjs/common';
import type { Actor, AuditEvent } from '@athar/access';
import { Contacts } from '@athar/families';
import type { MessageTicket } from '@athar/notifications';
import { KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { CaseOpening, type OpenedCase } from './case-opening.js';
import { fingerprintOf } from './material.js';
import type { NewReport } from './report.js';
import type { ReportDocument } from './report-document.js';
import { reportPlace, type ReportRow } from './report-rows.js';
import { RegistrationNotice } from './tasks/registration-notice.js';

/** What was written with a new report. */
export interface WrittenReport {
  /** To be handed to the queue after the commit. */
  tickets: MessageTicket[];
  /** To be recorded last in the transaction. */
  event: AuditEvent;
}

/** What a document was replaced by. */
export interface RewrittenReport {
  version: number;
  /** The revision to be matched, where something changed that matching looks at. */
  revision?: number;
  event: AuditEvent;
}

/**
 * Writes reports, however they came in. Works in the caller's transaction, with what the caller has
 * checked; the caller records the events and asks for matching.
 */
@Injectable()
export class ReportWriting {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly opening: CaseOpening,
    private readonly contacts: Contacts,
    private readonly notice: RegistrationNotice,
  ) {}

  /**
   * Keeps a report with its case, relatives, consents, messages and calls.
   *
   * @throws InvalidReport where no case of the organisation has the reference.
   */
  async write(
    manager: EntityManager,
    actor: Actor,
    id: string,
    report: NewReport,
  ): Promise<WrittenReport> {
    const opened = await this.opening.caseFor(manager, actor, report.caseReference);
    await this.insert(manager, actor, { id, ...opened }, documentOf(report));
    const contactIds = await this.contacts.add(manager, actor, id, report.contacts);
    const { tickets, calls } = await this.notice.write(manager, actor, id, contactIds);
    const detail = {
      caseId: opened.caseId,
      contacts: contactIds.length,
      messages: tickets.length,
      calls,
    };
    return { tickets, event: eventOf(actor, 'report.created', id, detail) };
  }

  /** Replaces the document of a report whose row the caller holds. */
  async rewrite(
    manager: EntityManager,
    actor: Actor,
    row: ReportRow,
    document: ReportDocument,
  ): Promise<RewrittenReport> {
    const { organisationId } = actor;
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const fingerprint = fingerprintOf(seal, document);
    const material = !fingerprint.equals(row.fingerprint);
    const revision = row.match_revision + (material ? 1 : 0);
    const version = row.version + 1;
    await manager.query(
      `UPDATE reports SET record = $3, fingerprint = $4, match_revision = $5, version = $6,
         updated_at = now() WHERE organisation_id = $1 AND id = $2`,
      [
        organisationId,
        row.id,
        seal.sealJson(reportPlace(row.id), document),
        fingerprint,
        revision,
        version,
      ],
    );
    const event = eventOf(actor, 'report.edited', row.id, { version, material });
    return { version, event, ...(material ? { revision } : {}) };
  }

  private async insert(
    manager: EntityManager,
    actor: Actor,
    { id, caseId, givenCaseId }: OpenedCase & { id: string },
    document: ReportDocument,
  ): Promise<void> {
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    await manager.query(
      `INSERT INTO reports (id, organisation_id, case_id, given_case_id, entered_by, record, fingerprint)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [
        id,
        actor.organisationId,
        caseId,
        givenCaseId,
        actor.memberId,
        seal.sealJson(reportPlace(id), document),
        fingerprintOf(seal, document),
      ],
    );
  }
}

function documentOf(report: NewReport): ReportDocument {
  const document: ReportDocument & Partial<NewReport> = { ...report };
  delete document.contacts;
  delete document.caseReference;
  return document;
}

function eventOf(
  { organisationId, memberId }: Actor,
  action: string,
  subjectId: string,
  detail: NonNullable<AuditEvent['detail']>,
): AuditEvent {
  return { organisationId, memberId, action, subjectType: 'report', subjectId, detail };
}
