import type { EntityManager } from 'typeorm';
import type { CaseStatusName } from '../case.js';

export interface MergeRow {
  id: string;
  into_case_id: string;
  from_case_id: string;
  duplicate_id: string;
  report_ids: string[];
  from_status: CaseStatusName;
}

export interface LockedCase {
  id: string;
  status: CaseStatusName;
}

/** Locks two cases until commit, always in the same order; a case that is not there is left out. */
export async function lockCases(
  manager: EntityManager,
  organisationId: string,
  ids: readonly string[],
): Promise<Map<string, LockedCase>> {
  const rows = await manager.query<LockedCase[]>(
    `SELECT id, status FROM cases WHERE organisation_id = $1 AND id = ANY($2::uuid[])
     ORDER BY id FOR UPDATE`,
    [organisationId, ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

/** Moves all reports of a case, or those that are named; gives the ids of those that moved. */
export async function moveReports(
  manager: EntityManager,
  fromCaseId: string,
  intoCaseId: string,
  among: readonly string[] | null = null,
): Promise<string[]> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    `UPDATE reports SET case_id = $2
     WHERE case_id = $1 AND ($3::uuid[] IS NULL OR id = ANY($3::uuid[])) RETURNING id`,
    [fromCaseId, intoCaseId, among],
  );
  return rows.map(({ id }) => id);
}

/** Writes a case's status, and where it was merged to. */
export async function writeStatus(
  manager: EntityManager,
  caseId: string,
  status: CaseStatusName,
  mergedInto: string | null = null,
): Promise<void> {
  await manager.query(
    `UPDATE cases SET status = $2, merged_into = $3, version = version + 1, updated_at = now()
     WHERE id = $1`,
    [caseId, status, mergedInto],
  );
}
