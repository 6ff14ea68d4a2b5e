import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor, type IdempotentRequest } from '@athar/access';
import { latestToday } from '@athar/dates';
import { Contacts } from '@athar/families';
import { Outbox, type MessageTicket } from '@athar/notifications';
import { Database, KeyRing } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import type { EntityManager } from 'typeorm';
import { checkReport } from './check-report.js';
import { InvalidReport } from './errors.js';
import { askForMatching } from './match-report-job.js';
import { RecognisedPlaces } from './recognised-places.js';
import { Repeatable } from './repeatable.js';
import type { NewReport, ReportView, StoredReportView } from './report.js';
import { findReport, toReportView } from './report-view.js';
import { ReportWriting } from './report-writing.js';

/** Takes in what a relative says. What is answered is the same whether or not anything fits it. */
@Injectable()
export class ReportIntake {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly writing: ReportWriting,
    private readonly contacts: Contacts,
    private readonly outbox: Outbox,
    private readonly repeatable: Repeatable,
    private readonly audit: AuditTrail,
    private readonly jobs: JobProducer,
    private readonly places: RecognisedPlaces,
  ) {}

  /**
   * Keeps a report with its case, relatives, consents and messages, in one transaction; then asks for
   * matching and sending.
   *
   * @param idempotent where it was done before, the report of then is given and nothing is done.
   * @throws RoleMissing, InvalidReport, IdempotencyKeyReused
   */
  async create(
    actor: Actor,
    report: NewReport,
    idempotent?: IdempotentRequest,
  ): Promise<ReportView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const problems = checkReport(report, latestToday(new Date()));
    if (problems.length > 0) throw new InvalidReport(problems);
    const { organisationId } = actor;
    const { view, tickets } = await this.database.inOrganisation(organisationId, (manager) =>
      this.createOnce(manager, actor, report, idempotent),
    );
    if (tickets) {
      await askForMatching(this.jobs, { organisationId, reportId: view.id, revision: 1 });
      await this.outbox.dispatch(tickets);
    }
    return { ...view, recognised: await this.places.in(view) };
  }

  private async createOnce(
    manager: EntityManager,
    actor: Actor,
    report: NewReport,
    idempotent: IdempotentRequest | undefined,
  ): Promise<{ view: StoredReportView; tickets?: MessageTicket[] }> {
    const claim = await this.repeatable.claim(manager, actor, 'reports.create', idempotent);
    const { id } = claim;
    if (claim.repeated) return { view: await this.view(manager, actor, id) };
    const { tickets, event } = await this.writing.write(manager, actor, id, report);
    const view = await this.view(manager, actor, id);
    await this.audit.record(manager, event);
    return { view, tickets };
  }

  private async view(manager: EntityManager, actor: Actor, id: string): Promise<StoredReportView> {
    const { organisationId } = actor;
    const row = await findReport(manager, organisationId, id);
    const contacts = await this.contacts.ofReport(manager, organisationId, id);
    return toReportView(await this.keyRing.ofOrganisation(manager, organisationId), row, contacts);
  }
}
