import type { EntityManager } from 'typeorm';
import { photographColumns, type PhotographRow } from './photograph-row.js';

/**
 * All photographs of the numbers, all that a person put together with one of them, all of the numbers
 * of those, and so on: what must be grouped at once.
 */
export async function loadPhotographs(
  manager: EntityManager,
  collectionId: string,
  numberKeys: readonly Buffer[],
): Promise<PhotographRow[]> {
  let wanted = wantedOf(numberKeys, []);
  for (;;) {
    const rows = await manager.query<PhotographRow[]>(
      `SELECT ${photographColumns} FROM photographs p
       WHERE p.collection_id = $1 AND (p.number_key = ANY($2::bytea[]) OR p.label_id = ANY($3::uuid[]))
       ORDER BY p.id`,
      [collectionId, [...wanted.numbers.values()], [...wanted.labels]],
    );
    const found = wantedOf([...wanted.numbers.values()], rows);
    if (found.size === wanted.size) return rows;
    wanted = found;
  }
}

function wantedOf(numberKeys: readonly Buffer[], rows: readonly PhotographRow[]) {
  const keys = [...numberKeys, ...rows.map((row) => row.number_key)];
  const numbers = new Map(keys.map((key) => [key.toString('hex'), key]));
  const labels = new Set(rows.flatMap((row) => row.label_id ?? []));
  return { numbers, labels, size: numbers.size + labels.size };
}
