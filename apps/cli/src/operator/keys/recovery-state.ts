import { withOwner, type MasterKey } from '@athar/persistence';

/** What is known of the recovery key of a master key. */
export interface RecoveryState {
  exportedAt: Date;
  /** null: nobody has typed it in again yet. */
  provedAt: Date | null;
}

/** The recovery key of this master key, or undefined where none was exported. */
export async function readRecoveryState(
  ownerUrl: string,
  master: MasterKey,
): Promise<RecoveryState | undefined> {
  const rows = await withOwner(ownerUrl, (manager) =>
    manager.query<{ exported_at: Date; proved_at: Date | null }[]>(
      'SELECT exported_at, proved_at FROM recovery_keys WHERE master_key_id = $1',
      [master.id],
    ),
  );
  const row = rows[0];
  return row && { exportedAt: row.exported_at, provedAt: row.proved_at };
}
