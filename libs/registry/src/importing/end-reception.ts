import type { EntityManager } from 'typeorm';
import type { AuditTrail } from '@athar/access';
import type { ImportState } from '../import-view.js';
import { endImport, readImport } from './import-state.js';

/** Decides what follows once all rows were read; gives the import's new state. */
export async function endReception(
  manager: EntityManager,
  audit: AuditTrail,
  importId: string,
): Promise<ImportState> {
  const row = await readImport(manager, importId);
  if (row.dry_run) {
    await countWhatWouldBe(manager, importId, row.collection_id);
    return (await endImport(manager, audit, importId, 'previewed')).state;
  }
  if (row.mode === 'all_or_nothing' && row.error_count > 0) {
    return (await endImport(manager, audit, importId, 'refused')).state;
  }
  await manager.query(`UPDATE imports SET state = 'applying', heartbeat_at = now() WHERE id = $1`, [
    importId,
  ]);
  await audit.record(manager, {
    organisationId: row.organisation_id,
    memberId: row.member_id,
    action: 'import.received',
    subjectType: 'import',
    subjectId: importId,
    detail: { collectionId: row.collection_id, rows: row.row_count, bad: row.error_count },
  });
  return 'applying';
}

async function countWhatWouldBe(
  manager: EntityManager,
  importId: string,
  collectionId: string,
): Promise<void> {
  await manager.query(
    `UPDATE imports i SET added = n.added, changed = n.changed, unchanged = n.unchanged
     FROM (SELECT count(*) FILTER (WHERE e.id IS NULL) AS added,
                  count(*) FILTER (WHERE e.content <> r.content) AS changed,
                  count(*) FILTER (WHERE e.content = r.content) AS unchanged
           FROM import_rows r LEFT JOIN entries e ON e.collection_id = $2 AND e.identity = r.identity
           WHERE r.import_id = $1) n
     WHERE i.id = $1`,
    [importId, collectionId],
  );
}
