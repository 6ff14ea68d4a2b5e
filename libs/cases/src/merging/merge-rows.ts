import type { EntityManager } from 'typeorm';
import type { CaseStatusName } from '../case.js';

export interface MergeRow {
  id: string;
  into_case_id: string;
  from_case_id: string;
  duplicate_id: string;
  into_status: CaseStatusName;
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

/** Moves all reports of a case; gives their ids. */
export async function moveReports(
  manager: EntityManager,
  fromCaseId: string,
  intoCaseId: string,
): Promise<string[]> {
  const [rows] = await manager.query<[{ id: string }[], number]>(
    'UPDATE reports SET case_id = $2 WHERE case_id = $1 RETURNING id',
    [fromCaseId, intoCaseId],
  );
  return rows.map(({ id }) => id);
}

/**
 * Gives an absorbed case its reports back: all whose relatives were given its reference, or that of a
 * case which it had absorbed itself, whether before the merge or since.
 *
 * @returns how many.
 */
export async function moveReportsBack(
  manager: EntityManager,
  fromCaseId: string,
  toCaseId: string,
): Promise<number> {
  const [, count] = await manager.query<[unknown[], number]>(
    `UPDATE reports SET case_id = $2
     WHERE case_id = $1 AND given_case_id IN (SELECT cases_made_one($2))`,
    [fromCaseId, toCaseId],
  );
  return count;
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
