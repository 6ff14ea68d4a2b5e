import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '@athar/access';
import { Database } from '@athar/persistence';
import type { ImportRow } from './import-row.js';
import { readImport, recordImport } from './import-state.js';

/**
 * How long bad rows are kept after the end of their import: long enough to mend a list with those who
 * wrote it, and no longer, since they hold names that nobody has consented to or needs.
 */
const daysKept = 30;

/** Until when the bad rows of an import can be had; null while it goes on, and where there are none. */
export function badRowsUntil(row: ImportRow): Date | null {
  const { finished_at: ended, state, error_count: bad } = row;
  if (ended === null || state === 'undone' || bad === 0) return null;
  return new Date(ended.getTime() + daysKept * 24 * 3600 * 1000);
}

export async function removeBadRows(manager: EntityManager, importId: string): Promise<void> {
  await manager.query('DELETE FROM import_bad_rows WHERE import_id = $1', [importId]);
}

/** Removes the bad rows that have been kept long enough. What was wrong with them, without values, stays. */
@Injectable()
export class BadRowsRemoval {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** @returns of how many imports. */
  async removeOld(): Promise<number> {
    const old = await this.database.beforeOrganisation<{ organisation_id: string; id: string }>(
      'SELECT organisation_id, id FROM imports_with_bad_rows($1)',
      [`${daysKept} days`],
    );
    for (const { organisation_id, id } of old) {
      await this.database.inOrganisation(organisation_id, async (manager) => {
        const row = await readImport(manager, id, true);
        await removeBadRows(manager, id);
        await recordImport(manager, this.audit, row, 'import.bad-rows-removed', row.member_id);
      });
    }
    return old.length;
  }
}
