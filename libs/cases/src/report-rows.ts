import type { Place, Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { ReportNotFound } from './errors.js';
import type { ReportDocument } from './report-document.js';
import type { MatchableReport, ReportState, ReviewableReport } from './report.js';

/** A report's row as PostgreSQL gives it. */
export interface ReportRow {
  id: string;
  organisation_id: string;
  case_id: string;
  entered_by: string;
  record: Buffer;
  fingerprint: Buffer;
  state: ReportState;
  version: number;
  match_revision: number;
  matched_revision: number;
  matched_registry_revision: string;
  matched_model: string | null;
  entered_at: Date;
  updated_at: Date;
}

/** Where a report's sealed part lives. */
export function reportPlace(id: string): Place {
  return { table: 'reports', column: 'record', row: id };
}

/** Opens what the relative said. @throws SealBroken, KeyMissing */
export function openDocument(seal: Seal, row: Pick<ReportRow, 'id' | 'record'>): ReportDocument {
  return seal.openJson<ReportDocument>(reportPlace(row.id), row.record);
}

export function toMatchable(seal: Seal, row: ReportRow): MatchableReport {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    caseId: row.case_id,
    matchRevision: row.match_revision,
    matchedRevision: row.matched_revision,
    matchedRegistryRevision: BigInt(row.matched_registry_revision),
    matchedModel: row.matched_model,
    fingerprint: row.fingerprint,
    document: openDocument(seal, row),
  };
}

export function toReviewable(seal: Seal, row: ReportRow): ReviewableReport {
  return {
    id: row.id,
    caseId: row.case_id,
    state: row.state,
    enteredBy: row.entered_by,
    matchRevision: row.match_revision,
    fingerprint: row.fingerprint,
    document: openDocument(seal, row),
  };
}

/** Holds reports until commit, by id: whoever holds several must take them in this order. */
export async function lockReports(
  manager: EntityManager,
  organisationId: string,
  ids: readonly string[],
): Promise<void> {
  await manager.query(
    'SELECT 1 FROM reports WHERE organisation_id = $1 AND id = ANY($2::uuid[]) ORDER BY id FOR UPDATE',
    [organisationId, ids],
  );
}

/** The report's row, held until commit. @throws ReportNotFound */
export async function lockReport(
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
