import type { EntityManager } from 'typeorm';
import type { PairRow } from '../judging/pair-row.js';
import type { PairTables } from './pair-tables.js';

/** Digests of both records of a pair: as they were weighed, as they were judged, as they are now. */
export interface Materials {
  left_material: Buffer;
  right_material: Buffer;
}

/** A pair's row with what one member may have to do with it. */
export interface LikePairRow extends PairRow, Materials {
  left_id: string;
  right_id: string;
  /** The terms of a custodian hide the pair from everyone. */
  hidden: boolean;
}

/** SQL for whether the member of `$1` has judged the pair `p` in its present round. */
export function judgedByMe({ judgements }: PairTables): string {
  return `EXISTS (SELECT FROM ${judgements} j WHERE j.pair_id = p.id AND j.round = p.round
    AND j.member_id = $1::uuid) AS judged_by_me`;
}

/** SQL for when the pair `p` was decided in its present round. */
export function decidedAt({ decisions }: PairTables): string {
  return `(SELECT max(d.created_at) FROM ${decisions} d
    WHERE d.pair_id = p.id AND d.round = p.round) AS decided_at`;
}

/** Locks a pair until commit. False where there is none that this member may know. */
export async function lockPair(
  manager: EntityManager,
  { pairs }: PairTables,
  id: string,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM ${pairs} WHERE id = $1 FOR NO KEY UPDATE`,
    [id],
  );
  return rows.length > 0;
}
