import type { EntityManager } from 'typeorm';
import { laterNaming } from '../sources/later-naming.js';

/**
 * SQL: since the photograph `p` says what it says, the entry of its group `s` was read or corrected by
 * hand, or the photograph was put somewhere by hand. What people have seen there does not go with a list.
 */
export const workedWith = `
  EXISTS (
    SELECT FROM (
      SELECT r.created_at AS at FROM readings r WHERE r.entry_id = s.entry_id
      UNION ALL
      SELECT h.written_at FROM entry_sources h WHERE h.entry_id = s.entry_id AND h.kind = 'hand'
      UNION ALL
      SELECT c.created_at FROM photograph_changes c
      WHERE c.entry_id = s.entry_id AND c.label_id = p.label_id AND c.undone_at IS NULL
      UNION ALL
      SELECT c.created_at FROM photograph_changes c
      WHERE c.other_entry_id = s.entry_id AND c.label_id = p.label_id AND c.undone_at IS NULL
    ) work
    WHERE work.at > coalesce(
      (SELECT max(v.replaced_at) FROM photograph_versions v WHERE v.photograph_id = p.id), p.created_at))`;

/** How many entries with photographs of the import, which no later one names, people have worked with. */
export async function entriesWorkedWith(manager: EntityManager, importId: string): Promise<number> {
  const [row] = await manager.query<{ count: number }[]>(
    `SELECT count(DISTINCT s.entry_id)::int AS count
     FROM photographs p JOIN photograph_groups g ON g.id = p.group_id
       JOIN entry_sources s ON s.collection_id = g.collection_id AND s.kind = 'photographs'
         AND s.identity = g.identity
     WHERE p.import_id = $1 AND ${workedWith} AND NOT EXISTS (${laterNaming('p')})`,
    [importId],
  );
  return row?.count ?? 0;
}
