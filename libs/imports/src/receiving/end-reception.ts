import type { EntityManager } from 'typeorm';
import type { AuditTrail } from '@athar/access';
import type { ImportState } from '../import-view.js';
import { endImport, readImport, recordImport } from '../standing/import-state.js';

/** Decides what follows once all rows were read; gives the import's new state. */
export async function endReception(
  manager: EntityManager,
  audit: AuditTrail,
  importId: string,
): Promise<ImportState> {
  const row = await readImport(manager, importId);
  if (row.dry_run) return (await endImport(manager, audit, importId, 'previewed')).state;
  if (row.mode === 'all_or_nothing' && row.error_count > 0) {
    return (await endImport(manager, audit, importId, 'refused')).state;
  }
  await manager.query(`UPDATE imports SET state = 'applying', heartbeat_at = now() WHERE id = $1`, [
    importId,
  ]);
  await recordImport(manager, audit, row, 'import.received', row.member_id);
  return 'applying';
}
