import type { EntityManager } from 'typeorm';
import type { PairChange } from './plan-changes.js';

export type LoweredPair = Extract<PairChange, { kind: 'lower' }>;

/** Takes pairs out of the queue and keeps why. Nothing of them is deleted. */
export async function lowerPairs(
  manager: EntityManager,
  table: 'candidates' | 'duplicates' | 'entry_pairs',
  pairs: readonly LoweredPair[],
): Promise<void> {
  if (pairs.length === 0) return;
  await manager.query(
    `UPDATE ${table} p SET above_floor = false, left_at = now(), left_because = u.because,
       state = CASE WHEN u.new_round THEN 'proposed' ELSE p.state END,
       round = p.round + u.new_round::integer,
       evidence_reader = CASE WHEN u.new_round THEN NULL ELSE p.evidence_reader END,
       version = p.version + 1, updated_at = now()
     FROM unnest($1::uuid[], $2::boolean[], $3::text[]) AS u(id, new_round, because)
     WHERE p.id = u.id`,
    [
      pairs.map(({ id }) => id),
      pairs.map(({ newRound }) => newRound),
      pairs.map(({ because }) => because),
    ],
  );
}
