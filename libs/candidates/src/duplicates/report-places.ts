import type { CaseHoldings } from '@athar/cases';
import type { EntityManager } from 'typeorm';

/** A report with the case that it belongs to now. */
export interface ReportPlace {
  id: string;
  caseId: string;
  caseReference: string;
  /** A member. */
  enteredBy: string;
  enteredAt: string;
  /** When the case was opened. */
  openedAt: Date;
}

interface Row {
  id: string;
  case_id: string;
  reference: string;
  entered_by: string;
  entered_at: Date;
  opened_at: Date;
}

/** Where reports of the organisation are, by id; unknown ones are left out. */
export async function readPlaces(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, ReportPlace>> {
  const rows = await manager.query<Row[]>(
    `SELECT r.id, r.case_id, c.reference, r.entered_by, r.entered_at, c.opened_at
     FROM reports r JOIN cases c ON c.id = r.case_id WHERE r.id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(
    rows.map((row) => [
      row.id,
      {
        id: row.id,
        caseId: row.case_id,
        caseReference: row.reference,
        enteredBy: row.entered_by,
        enteredAt: row.entered_at.toISOString(),
        openedAt: row.opened_at,
      },
    ]),
  );
}

/** What the pairs of a case's reports with entries say of the case. */
export async function readHoldings(manager: EntityManager, caseId: string): Promise<CaseHoldings> {
  const [row] = await manager.query<CaseHoldings[]>(
    `SELECT coalesce(bool_or(p.state = 'confirmed'), false) AS confirmed,
       coalesce(bool_or(EXISTS (SELECT FROM judgements j WHERE j.candidate_id = p.id)), false) AS judged
     FROM candidates p JOIN reports r ON r.id = p.report_id WHERE r.case_id = $1`,
    [caseId],
  );
  return row ?? { confirmed: false, judged: false };
}
