import type { Actor } from '@athar/access';
import type { Band } from '@athar/matching';
import type { EntityManager } from 'typeorm';
import type { Standing } from '../judging/standing.js';
import type { PackedItem } from '../matching/packed-evidence.js';
import type { LeavingReason, MatchState } from '../words.js';
import type { PairTables } from './pair-tables.js';

/** Digests of both records of a pair: as they were weighed, as they were judged, as they are now. */
export interface Materials {
  left_material: Buffer;
  right_material: Buffer;
}

/** A pair's row with what one member may have to do with it. */
export interface LikePairRow extends Materials {
  id: string;
  version: number;
  left_id: string;
  right_id: string;
  state: MatchState;
  above_floor: boolean;
  round: number;
  centibits: number;
  probability: number;
  band: Band;
  evidence: PackedItem[];
  model_version: string;
  evidence_reader: string | null;
  /** Both records may be worked with now. */
  live: boolean;
  /** The terms of a custodian hide the pair from everyone. */
  hidden: boolean;
  entered_by_me: boolean;
  judged_by_me: boolean;
  judged_by_others: boolean;
  left_at: Date | null;
  left_because: LeavingReason | null;
  decided_at: Date | null;
  created_at: Date;
  updated_at: Date;
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

export function standingOf(actor: Actor, row: LikePairRow): Standing {
  const { evidence_reader: reader } = row;
  return {
    state: row.state,
    aboveFloor: row.above_floor,
    live: row.live,
    enteredByMe: row.entered_by_me,
    judgedByMe: row.judged_by_me,
    judgedByOthers: row.judged_by_others,
    evidenceReader: reader === null ? 'nobody' : reader === actor.memberId ? 'me' : 'other',
  };
}
