import { readGroups, type GroupRow } from './group-row.js';
import type { StoredGroupDoubt } from './group-doubts.js';
import type { Grouping } from './grouping.js';

const emptied: StoredGroupDoubt = 'emptied-under-hold';

/**
 * Which groups go, of those that no photograph is left in. While a list is brought in under legal hold
 * they stay with their entries, as doubtful; they go with the first list after the hold. Groups that
 * are emptied by hand are left to whatever removes them, and to its refusal.
 */
export async function removableGroups(
  { manager, settings, by }: Grouping,
  gone: readonly GroupRow[],
): Promise<readonly GroupRow[]> {
  if (by.importId === undefined) return gone;
  const rows = await manager.query<{ id: string; legal_hold: boolean }[]>(
    `SELECT c.legal_hold, g.id FROM collections c LEFT JOIN photograph_groups g
       ON g.collection_id = c.id AND cardinality(g.doubts) > 0 AND $2 = ANY(g.doubts)
         AND NOT EXISTS (SELECT FROM photographs p WHERE p.group_id = g.id)
     WHERE c.id = $1`,
    [settings.collectionId, emptied],
  );
  if (rows[0]?.legal_hold === true) {
    // Without content, so that it is told anew should photographs come back.
    await manager.query(
      `UPDATE photograph_groups SET doubts = ARRAY[$2], content = '' WHERE id = ANY($1::uuid[])`,
      [gone.map(({ id }) => id), emptied],
    );
    return [];
  }
  const known = new Set(gone.map(({ id }) => id));
  const kept = rows.flatMap(({ id }) => (id === null || known.has(id) ? [] : id));
  return kept.length === 0 ? gone : [...gone, ...(await readGroups(manager, kept))];
}
