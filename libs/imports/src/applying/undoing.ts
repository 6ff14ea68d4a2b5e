import type { EntityManager } from 'typeorm';
import type { AuditTrail } from '@athar/access';
import type { ImportRow } from '../standing/import-row.js';
import { removeBadRows } from '../standing/bad-rows-removal.js';
import { endImport, readImport } from '../standing/import-state.js';
import { keepStayed } from '../standing/stayed-rows.js';
import type { ImportScope, ImportTarget } from '../target/import-target.js';

/** Rows of one transaction, where the target does not say otherwise. */
export const standardChunk = 500;

/** Takes back one chunk of what an import brought in; ends the import where nothing is left. */
export async function undoStep(
  manager: EntityManager,
  audit: AuditTrail,
  { row, scope, target }: { row: ImportRow; scope: ImportScope; target: ImportTarget },
): Promise<ImportRow> {
  const end = row.state === 'undoing' ? 'undone' : 'cancelled';
  const outcome = await target.undo?.undoChunk(manager, scope, target.chunkSize ?? standardChunk);
  if (outcome === undefined || outcome.undone === 0) {
    if (end === 'undone') await removeBadRows(manager, row.id);
    await keepStayed(manager, row, (await target.undo?.stayed(manager, scope)) ?? []);
    return endImport(manager, audit, row.id, end);
  }
  await manager.query(
    `UPDATE imports SET undone = undone + $2, first_revision = coalesce(first_revision, $3),
            last_revision = coalesce($4, last_revision), heartbeat_at = now()
     WHERE id = $1`,
    [
      row.id,
      outcome.undone,
      outcome.revisions?.first.toString(),
      outcome.revisions?.last.toString(),
    ],
  );
  return readImport(manager, row.id);
}
