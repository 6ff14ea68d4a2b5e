import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { latestToday } from '@athar/dates';
import { Contacts } from '@athar/families';
import { Database, KeyRing } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import type { EntityManager } from 'typeorm';
import { checkDocument } from './check-report.js';
import { InvalidReport, ReportChanged, ReportWithdrawn } from './errors.js';
import { askForMatching } from './match-report-job.js';
import { RecognisedPlaces } from './recognised-places.js';
import type { ReportView, StoredReportView } from './report.js';
import type { ReportDocument } from './report-document.js';
import { lockReport } from './report-rows.js';
import { findReport, toReportView } from './report-view.js';
import { ReportWriting } from './report-writing.js';

/** Corrects and completes what a relative said. */
@Injectable()
export class ReportEditing {
  constructor(
    private readonly database: Database,
    private readonly writing: ReportWriting,
    private readonly keyRing: KeyRing,
    private readonly contacts: Contacts,
    private readonly audit: AuditTrail,
    private readonly jobs: JobProducer,
    private readonly places: RecognisedPlaces,
  ) {}

  /**
   * Replaces a report's document. It is matched anew only where something changed that matching looks
   * at.
   *
   * @param expectedVersion the version that was edited.
   * @throws RoleMissing, InvalidReport, ReportNotFound, ReportChanged, ReportWithdrawn
   */
  async replace(
    actor: Actor,
    id: string,
    expectedVersion: number,
    document: ReportDocument,
  ): Promise<ReportView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const problems = checkDocument(document, latestToday(new Date()));
    if (problems.length > 0) throw new InvalidReport(problems);
    const { organisationId } = actor;
    const { view, revision } = await this.database.inOrganisation(organisationId, (manager) =>
      this.replaceIn(manager, actor, { id, expectedVersion }, document),
    );
    if (revision !== undefined) {
      await askForMatching(this.jobs, { organisationId, reportId: id, revision });
    }
    return { ...view, recognised: await this.places.in(view) };
  }

  private async replaceIn(
    manager: EntityManager,
    actor: Actor,
    { id, expectedVersion }: { id: string; expectedVersion: number },
    document: ReportDocument,
  ): Promise<{ view: StoredReportView; revision?: number }> {
    const { organisationId } = actor;
    const row = await lockReport(manager, organisationId, id);
    if (row.version !== expectedVersion) throw new ReportChanged();
    if (row.state === 'withdrawn') throw new ReportWithdrawn();
    const { revision, event } = await this.writing.rewrite(manager, actor, row, document);
    const edited = await findReport(manager, organisationId, id);
    const contacts = await this.contacts.ofReport(manager, organisationId, id);
    await this.audit.record(manager, event);
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const view = toReportView(seal, edited, contacts);
    return revision === undefined ? { view } : { view, revision };
  }
}
