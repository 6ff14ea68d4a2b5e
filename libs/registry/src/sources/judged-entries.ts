import type { EntityManager } from 'typeorm';

/**
 * Those of the entries that anyone of any organisation has judged a pair of. Their pairs are locked:
 * whoever judges one of them meanwhile comes after the caller's transaction.
 */
export async function judgedEntries(
  manager: EntityManager,
  entryIds: readonly string[],
): Promise<Set<string>> {
  if (entryIds.length === 0) return new Set();
  const rows = await manager.query<{ id: string }[]>('SELECT entries_judged($1::uuid[]) AS id', [
    entryIds,
  ]);
  return new Set(rows.map((row) => row.id));
}
