import type { EntityManager } from 'typeorm';
import type { AuditTrail } from '@athar/access';
import { ImportNotFound } from '../errors.js';
import type { FinishedState } from '../import-view.js';
import type { ImportRow } from './import-row.js';

export const importColumns = `i.*, i.created_at::text AS created_text`;

/**
 * @param lock holds the import against others that hold it; entries may refer to it meanwhile.
 * @throws ImportNotFound
 */
export async function readImport(
  manager: EntityManager,
  importId: string,
  lock = false,
): Promise<ImportRow> {
  const [row] = await manager.query<ImportRow[]>(
    `SELECT ${importColumns} FROM imports i WHERE i.id = $1 ${lock ? 'FOR NO KEY UPDATE' : ''}`,
    [importId],
  );
  if (!row) throw new ImportNotFound();
  return row;
}

/** Brings an import to one of its ends: what waited of its rows goes, the end is recorded. */
export async function endImport(
  manager: EntityManager,
  audit: AuditTrail,
  importId: string,
  state: FinishedState,
  failureCode?: string,
): Promise<ImportRow> {
  await manager.query('DELETE FROM import_rows WHERE import_id = $1', [importId]);
  await manager.query(
    `UPDATE imports SET state = $2, failure_code = $3, finished_at = now(), heartbeat_at = now()
     WHERE id = $1`,
    [importId, state, failureCode ?? null],
  );
  const row = await readImport(manager, importId);
  await recordImport(manager, audit, row, `import.${state}`, row.member_id);
  return row;
}

/** Records what became of an import; counts and codes only. */
export function recordImport(
  manager: EntityManager,
  audit: AuditTrail,
  row: ImportRow,
  action: string,
  memberId: string,
): Promise<void> {
  return audit.record(manager, {
    organisationId: row.organisation_id,
    memberId,
    action,
    subjectType: 'import',
    subjectId: row.id,
    detail: {
      kind: row.target,
      collectionId: row.collection_id,
      rows: row.row_count,
      bad: row.error_count,
      added: row.added,
      changed: row.changed,
      unchanged: row.unchanged,
      ...(row.undone === 0 ? {} : { undone: row.undone }),
      ...(row.failure_code === null ? {} : { failureCode: row.failure_code }),
    },
  });
}
