import type { ContactView } from '@athar/families';
import type { Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { ReportNotFound } from './errors.js';
import type { ReportSummary, StoredReportView } from './report.js';
import { openDocument, type ReportRow } from './report-rows.js';
import { warningsOf } from './report-warnings.js';

/** A report's row with the reference of its case. */
export type ReferencedRow = ReportRow & { reference: string };

/** One report with its case's reference. @throws ReportNotFound */
export async function findReport(
  manager: EntityManager,
  organisationId: string,
  id: string,
): Promise<ReferencedRow> {
  const [row] = await manager.query<ReferencedRow[]>(
    `SELECT r.*, c.reference FROM reports r
       JOIN cases c ON c.organisation_id = r.organisation_id AND c.id = r.given_case_id
     WHERE r.organisation_id = $1 AND r.id = $2`,
    [organisationId, id],
  );
  if (!row) throw new ReportNotFound();
  return row;
}

/** The report opened, with the relatives who gave it. */
export function toReportView(
  seal: Seal,
  row: ReferencedRow,
  contacts: ContactView[],
): StoredReportView {
  const document = openDocument(seal, row);
  return { ...headOf(row), ...document, contacts, warnings: warningsOf(document) };
}

/** The report as a line of a list, without the numbers of papers: nobody reads those in passing. */
export function toReportSummary(seal: Seal, row: ReferencedRow): ReportSummary {
  const person = { ...openDocument(seal, row).person };
  delete person.papers;
  return { ...headOf(row), person };
}

function headOf(row: ReferencedRow) {
  return {
    id: row.id,
    caseId: row.case_id,
    reference: row.reference,
    state: row.state,
    version: row.version,
    enteredBy: row.entered_by,
    enteredAt: row.entered_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
