import type { EntityManager } from 'typeorm';
import type { PlacedPhotograph } from './entry-photographs.js';
import type { StoredGroupDoubt } from './group-doubts.js';

const doubt: StoredGroupDoubt = 'emptied-though-judged';

const ofEntry = `
  FROM entry_sources s WHERE s.collection_id = g.collection_id AND s.kind = 'photographs'
    AND s.identity = g.identity AND s.entry_id = $1`;

/**
 * Takes the doubt from the groups of an entry that a list took all photographs from, and that stays
 * because it was judged: somebody said whose these photographs are.
 *
 * @param into photographs of an entry of the same collection.
 * @returns whether there is such a group.
 */
export async function settleEmptied(
  manager: EntityManager,
  [first]: readonly PlacedPhotograph[],
  entryId: string,
): Promise<boolean> {
  const [, settled] = await manager.query<[unknown, number]>(
    `UPDATE photograph_groups g SET doubts = '{}'
     WHERE g.collection_id = $2 AND cardinality(g.doubts) > 0 AND $3 = ANY(g.doubts)
       AND EXISTS (SELECT ${ofEntry})`,
    [entryId, first?.collection_id ?? null, doubt],
  );
  return settled > 0;
}

/** The doubt comes back where what settled it was undone. */
export async function doubtAgain(manager: EntityManager, entryId: string | null): Promise<void> {
  await manager.query(
    `UPDATE photograph_groups g SET doubts = ARRAY[$2]
     WHERE g.emptied_by IS NOT NULL AND cardinality(g.doubts) = 0
       AND g.collection_id = (SELECT collection_id FROM entries WHERE id = $1)
       AND EXISTS (SELECT ${ofEntry})`,
    [entryId, doubt],
  );
}
