import type { EntityManager } from 'typeorm';

/**
 * SQL: a later import that stands, is being applied or was given up half-way, and says what the source
 * `s` says.
 */
export const laterNaming = `
  SELECT 1 FROM imports i
  WHERE i.id = s.named_in AND i.id <> s.import_id AND i.state IN ('applied', 'applying', 'failed')`;

/**
 * Makes sources over to the later import that says the same, whose row is not told.
 *
 * @returns ids of those that were made over.
 */
export async function leaveToLater(
  manager: EntityManager,
  sourceIds: readonly string[],
): Promise<Set<string>> {
  const [left] = await manager.query<[{ id: string }[], number]>(
    `UPDATE entry_sources s SET import_id = s.named_in, row_number = NULL
     WHERE s.id = ANY($1::uuid[]) AND EXISTS (${laterNaming}) RETURNING s.id`,
    [sourceIds],
  );
  return new Set(left.map((row) => row.id));
}
