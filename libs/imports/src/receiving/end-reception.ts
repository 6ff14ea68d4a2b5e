import type { EntityManager } from 'typeorm';
import type { AuditTrail } from '@athar/access';
import type { ImportState } from '../import-view.js';
import { endImport, readImport, recordImport } from '../standing/import-state.js';
import type { Receiving } from './staging.js';

/** Decides what follows once all rows were read; gives the import's new state. */
export async function endReception(
  manager: EntityManager,
  audit: AuditTrail,
  to: Receiving,
): Promise<ImportState> {
  const { importId } = to.scope;
  const row = await readImport(manager, importId);
  if (row.dry_run) return (await endImport(manager, audit, importId, 'previewed')).state;
  if (row.mode === 'all_or_nothing' && row.error_count > 0) {
    return (await endImport(manager, audit, importId, 'refused')).state;
  }
  await makePlace(manager, to);
  await manager.query(
    `UPDATE imports SET state = 'applying', collection_id = $2, heartbeat_at = now() WHERE id = $1`,
    [importId, to.scope.collectionId],
  );
  await recordImport(
    manager,
    audit,
    await readImport(manager, importId),
    'import.received',
    row.member_id,
  );
  return 'applying';
}

/** Nothing of a file that is not taken stays behind, its new collection neither. */
async function makePlace(
  manager: EntityManager,
  { scope, target, actor }: Receiving,
): Promise<void> {
  const { newPlace, collectionId } = scope;
  if (newPlace === undefined || collectionId === null) return;
  await target.places?.make(manager, actor, collectionId, newPlace);
}
