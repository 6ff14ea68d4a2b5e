import type { EntityManager } from 'typeorm';
import { judgedEntries } from '../sources/judged-entries.js';
import { emptiedDoubts } from './group-doubts.js';
import { groupColumns, groupsWithSources, type GroupRow } from './group-row.js';
import type { Grouping } from './grouping.js';

/**
 * Which groups go, of those that no photograph is left in. While a list is brought in under legal hold
 * they stay with their entries, as doubtful; they go with the first list after the hold. Those stay as
 * well, in doubt until a steward says whose the photographs are, whose entries would go though a pair
 * with them was judged. Groups that are emptied by hand are left to whatever removes them, and to its
 * refusal.
 */
export async function removableGroups(
  { manager, settings, by }: Grouping,
  gone: readonly GroupRow[],
): Promise<readonly GroupRow[]> {
  const { importId } = by;
  if (importId === undefined) return gone;
  const [collection] = await manager.query<{ legal_hold: boolean }[]>(
    'SELECT legal_hold FROM collections WHERE id = $1',
    [settings.collectionId],
  );
  if (collection?.legal_hold === true) {
    await keepEmptied(manager, gone, 'emptied-under-hold', importId);
    return [];
  }
  const kept = await emptiedGroups(manager, settings.collectionId);
  const known = new Set(gone.map(({ id }) => id));
  const all = [...gone, ...kept.filter(({ id }) => !known.has(id))];
  const judged = await lastOfJudged(manager, all);
  const staying = all.filter(({ id }) => judged.has(id));
  await keepEmptied(manager, staying, 'emptied-though-judged', importId);
  return all.filter(({ id }) => !judged.has(id));
}

/** Groups of a collection that are kept though no photograph is left in them, oldest first. */
export function emptiedGroups(manager: EntityManager, collectionId: string): Promise<GroupRow[]> {
  return manager.query<GroupRow[]>(
    `SELECT ${groupColumns} FROM ${groupsWithSources}
     WHERE g.collection_id = $1 AND cardinality(g.doubts) > 0 AND g.doubts && $2::text[]
     ORDER BY g.created_at, g.id`,
    [collectionId, emptiedDoubts],
  );
}

/** Without content, so that a group is told anew should photographs come back. */
async function keepEmptied(
  manager: EntityManager,
  groups: readonly GroupRow[],
  doubt: (typeof emptiedDoubts)[number],
  importId: string,
): Promise<void> {
  if (groups.length === 0) return;
  await manager.query(
    `UPDATE photograph_groups SET doubts = ARRAY[$2], content = '', emptied_by = coalesce(emptied_by, $3)
     WHERE id = ANY($1::uuid[])`,
    [groups.map(({ id }) => id), doubt, importId],
  );
}

/** Groups that are all that is left of entries of which a pair was judged. */
async function lastOfJudged(
  manager: EntityManager,
  groups: readonly GroupRow[],
): Promise<Set<string>> {
  const going = await manager.query<{ entry_id: string }[]>(
    `SELECT DISTINCT s.entry_id FROM entry_sources s WHERE s.id = ANY($1::uuid[]) AND NOT EXISTS (
       SELECT FROM entry_sources o WHERE o.entry_id = s.entry_id AND o.id <> ALL($1::uuid[]))`,
    [groups.flatMap((group) => group.source_id ?? [])],
  );
  const judged = await judgedEntries(
    manager,
    going.map((row) => row.entry_id),
  );
  return new Set(groups.flatMap(({ id, entry_id: of }) => (judged.has(of ?? '') ? id : [])));
}
