import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail } from '@athar/access';
import { Database } from '@athar/persistence';
import { badRowsDaysKept } from './bad-rows-until.js';
import { readImport, recordImport } from './import-state.js';

/** With them goes what tells values of the file: dates that were read, and what an unclear one may mean. */
export async function removeBadRows(manager: EntityManager, importId: string): Promise<void> {
  await manager.query('DELETE FROM import_bad_rows WHERE import_id = $1', [importId]);
  await manager.query(`DELETE FROM import_errors WHERE import_id = $1 AND code = 'unclear-date'`, [
    importId,
  ]);
  await manager.query('UPDATE imports SET dates_read = NULL WHERE id = $1', [importId]);
}

/** Removes the bad rows that have been kept long enough, and what was told of dates in their file. */
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
      [`${badRowsDaysKept} days`],
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
