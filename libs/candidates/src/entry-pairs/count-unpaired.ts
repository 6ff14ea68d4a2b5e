import type { EntityManager } from 'typeorm';
import { isOfThisCode } from '../matching/model.js';
import { readHead } from './pairing-head.js';

/** How many entries changed since all pairs of entries were last looked at; the matcher's role. */
export async function countUnpaired(manager: EntityManager): Promise<number> {
  const head = await readHead(manager);
  const from = isOfThisCode(head.model) ? head.revision : 0n;
  const [row] = await manager.query<{ count: number }[]>(
    'SELECT count(*)::int AS count FROM entries WHERE revision > $1 AND removed_at IS NULL',
    [from.toString()],
  );
  return row?.count ?? 0;
}
