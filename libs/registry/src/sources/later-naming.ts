import type { EntityManager } from 'typeorm';
import type { ImportScope, StayedRows } from '@athar/imports';

/**
 * SQL: the import `i` stands, or is being applied or was given up half-way: it will not say again what
 * it has said, which stays until it is undone itself.
 */
export const stands = `i.state IN ('applied', 'applying', 'failed')`;

/** SQL: the later imports that stand and say what the source or photograph says. */
export function laterNaming(alias: 's' | 'p'): string {
  return `SELECT i.id FROM imports i WHERE i.id = ANY(${alias}.named_in) AND ${stands}`;
}

/**
 * SQL: whose a source or photograph is when it is no longer its import's: the first of the others. That
 * one has said it is kept.
 */
export function toLater(alias: 's' | 'p'): string {
  return `(import_id, named_in) = (
    SELECT later.id, array_remove(${alias}.named_in, later.id) || ${alias}.import_id FROM (${laterNaming(alias)}) later
    ORDER BY array_position(${alias}.named_in, later.id) LIMIT 1)`;
}

/**
 * Makes sources over to the first later import that says the same, whose row is not told.
 *
 * @returns ids of those that were made over.
 */
export async function leaveToLater(
  manager: EntityManager,
  sourceIds: readonly string[],
): Promise<Set<string>> {
  const [left] = await manager.query<[{ id: string }[], number]>(
    `UPDATE entry_sources s SET ${toLater('s')}, row_number = NULL
     WHERE s.id = ANY($1::uuid[]) AND EXISTS (${laterNaming('s')}) RETURNING s.id`,
    [sourceIds],
  );
  return new Set(left.map((row) => row.id));
}

/**
 * Of what an import that was undone has said: what is there still, since others that stand say it too, or
 * since people worked with it.
 */
export async function stayedOf(
  manager: EntityManager,
  table: 'entry_sources' | 'photographs',
  { collectionId, importId }: Pick<ImportScope, 'collectionId' | 'importId'>,
): Promise<StayedRows[]> {
  const rows = await manager.query<{ import_id: string; rows: number }[]>(
    `SELECT p.import_id, count(*)::int AS rows FROM ${table} p
     WHERE p.collection_id = $1 AND (p.import_id = $2 OR $2 = ANY(p.named_in))
       AND (p.import_id = $2 OR EXISTS (SELECT FROM imports i WHERE i.id = p.import_id AND ${stands}))
     GROUP BY p.import_id ORDER BY rows DESC, p.import_id`,
    [collectionId, importId],
  );
  return rows.map(({ import_id: by, rows: count }) =>
    by === importId
      ? { why: 'worked-with', rows: count }
      : { why: 'named-by-import', importId: by, rows: count },
  );
}
