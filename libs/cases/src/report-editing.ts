import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Contacts } from '@athar/families';
import { Database, KeyRing } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import type { EntityManager } from 'typeorm';
import { checkDocument } from './check-report.js';
import { InvalidReport, ReportChanged, ReportNotFound, ReportWithdrawn } from './errors.js';
import { askForMatching } from './match-report-job.js';
import { fingerprintOf } from './material.js';
import { RecognisedPlaces } from './recognised-places.js';
import type { ReportView, StoredReportView } from './report.js';
import type { ReportDocument } from './report-document.js';
import { reportPlace, type ReportRow } from './report-rows.js';
import { findReport, toReportView } from './report-view.js';
import { latestToday } from './today.js';

/** Corrects and completes what a relative said. */
@Injectable()
export class ReportEditing {
  constructor(
    private readonly database: Database,
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
    const { organisationId, memberId } = actor;
    const row = await lockReport(manager, organisationId, id);
    if (row.version !== expectedVersion) throw new ReportChanged();
    if (row.state === 'withdrawn') throw new ReportWithdrawn();
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const fingerprint = fingerprintOf(seal, document);
    const material = !fingerprint.equals(row.fingerprint);
    const revision = row.match_revision + (material ? 1 : 0);
    await manager.query(
      `UPDATE reports SET record = $3, fingerprint = $4, match_revision = $5,
         version = version + 1, updated_at = now() WHERE organisation_id = $1 AND id = $2`,
      [organisationId, id, seal.sealJson(reportPlace(id), document), fingerprint, revision],
    );
    const edited = await findReport(manager, organisationId, id);
    const contacts = await this.contacts.ofReport(manager, organisationId, id);
    await this.audit.record(manager, {
      organisationId,
      memberId,
      action: 'report.edited',
      subjectType: 'report',
      subjectId: id,
      detail: { version: edited.version, material },
    });
    const view = toReportView(seal, edited, contacts);
    return material ? { view, revision } : { view };
  }
}

async function lockReport(
  manager: EntityManager,
  organisationId: string,
  id: string,
): Promise<ReportRow> {
  const [row] = await manager.query<ReportRow[]>(
    'SELECT * FROM reports WHERE organisation_id = $1 AND id = $2 FOR UPDATE',
    [organisationId, id],
  );
  if (!row) throw new ReportNotFound();
  return row;
}
