import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Contacts } from '@athar/families';
import { Database, KeyRing, agePageOf, agePlaceOf, type Page } from '@athar/persistence';
import { RecognisedPlaces } from './recognised-places.js';
import type { ReportFilter, ReportSummary, ReportView } from './report.js';
import { findReport, toReportSummary, toReportView, type ReferencedRow } from './report-view.js';

/** Shows reports to members; every reading is recorded. */
@Injectable()
export class ReportReading {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly contacts: Contacts,
    private readonly audit: AuditTrail,
    private readonly places: RecognisedPlaces,
  ) {}

  /** One report with the relatives who gave it. @throws RoleMissing, ReportNotFound */
  async get(actor: Actor, id: string): Promise<ReportView> {
    requireRole(actor, 'caseworker', 'coordinator', 'reviewer');
    const { organisationId, memberId } = actor;
    const view = await this.database.inOrganisation(organisationId, async (manager) => {
      const row = await findReport(manager, organisationId, id);
      const contacts = await this.contacts.ofReport(manager, organisationId, id);
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      const stored = toReportView(seal, row, contacts);
      await this.audit.record(manager, {
        organisationId,
        memberId,
        action: 'report.read',
        subjectType: 'report',
        subjectId: id,
      });
      return stored;
    });
    return { ...view, recognised: await this.places.in(view) };
  }

  /** The organisation's reports, newest first, without relatives. @throws RoleMissing, InvalidCursor */
  async list(actor: Actor, filter: ReportFilter): Promise<Page<ReportSummary>> {
    requireRole(actor, 'caseworker', 'coordinator', 'reviewer');
    const { after, limit } = agePlaceOf(filter);
    const { organisationId, memberId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      const rows = await manager.query<(ReferencedRow & { at: string })[]>(listing, [
        organisationId,
        filter.state ?? null,
        filter.caseId ?? null,
        filter.enteredBy ?? null,
        filter.enteredAfter ?? null,
        filter.enteredBefore ?? null,
        after?.at ?? null,
        after?.id ?? null,
        limit + 1,
      ]);
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      const page = agePageOf(
        rows,
        limit,
        (row) => row,
        (row) => toReportSummary(seal, row),
      );
      await this.audit.record(manager, {
        organisationId,
        memberId,
        action: 'report.listed',
        subjectType: 'report',
        detail: { ids: page.items.map(({ id }) => id) },
      });
      return page;
    });
  }
}

const listing = `
  SELECT r.*, c.reference, r.entered_at::text AS at FROM reports r
    JOIN cases c ON c.organisation_id = r.organisation_id AND c.id = r.given_case_id
  WHERE r.organisation_id = $1 AND ($2::text IS NULL OR r.state = $2)
    AND ($3::uuid IS NULL OR r.case_id = $3) AND ($4::uuid IS NULL OR r.entered_by = $4)
    AND ($5::timestamptz IS NULL OR r.entered_at >= $5)
    AND ($6::timestamptz IS NULL OR r.entered_at < $6)
    AND ($7::timestamptz IS NULL OR (r.entered_at, r.id) < ($7, $8::uuid))
  ORDER BY r.entered_at DESC, r.id DESC LIMIT $9`;
