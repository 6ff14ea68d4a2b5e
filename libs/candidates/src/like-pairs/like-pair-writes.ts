import { randomUUID } from 'node:crypto';
import type { Actor } from '@athar/access';
import type { Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type { NewJudgement } from '../judging/decisions.js';
import type { MatchState, Outcome } from '../words.js';
import type { LikePairRow } from './like-pair-row.js';
import type { PairTables } from './pair-tables.js';

/** Adds a judgement of the pair's present round. */
export async function addJudgement(
  manager: EntityManager,
  { judgements }: PairTables,
  seal: Seal,
  actor: Actor,
  pair: LikePairRow,
  id: string,
  { verdict, reasons, note }: NewJudgement,
): Promise<void> {
  const place = { table: judgements, column: 'note', row: id };
  await manager.query(
    `INSERT INTO ${judgements} (id, organisation_id, pair_id, member_id, round, verdict, reasons,
       note, left_material, right_material)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      ...[id, actor.organisationId, pair.id, actor.memberId, pair.round, verdict, [...reasons]],
      note === undefined ? null : seal.seal(place, note),
      ...[pair.left_material, pair.right_material],
    ],
  );
}

/** Adds a decision or its revocation; the pair's lock makes the sequence whole. */
export async function addDecision(
  manager: EntityManager,
  { decisions }: PairTables,
  seal: Seal,
  actor: Actor,
  pair: LikePairRow,
  outcome: Outcome | 'revoked',
  note?: string,
): Promise<void> {
  const id = randomUUID();
  const place = { table: decisions, column: 'note', row: id };
  await manager.query(
    `INSERT INTO ${decisions} (id, organisation_id, pair_id, sequence, round, outcome, decided_by,
       note, left_material, right_material)
     SELECT $1, $2, $3, coalesce(max(sequence), 0) + 1, $4, $5, $6, $7, $8, $9
     FROM ${decisions} WHERE pair_id = $3`,
    [
      ...[id, actor.organisationId, pair.id, pair.round, outcome, actor.memberId],
      note === undefined ? null : seal.seal(place, note),
      ...[pair.left_material, pair.right_material],
    ],
  );
}

/** Moves a pair to another state. A first judgement is not to be noticed by the second reviewer. */
export async function moveTo(
  manager: EntityManager,
  { pairs }: PairTables,
  pair: LikePairRow,
  state: MatchState,
  { newRound = false } = {},
): Promise<void> {
  await manager.query(
    `UPDATE ${pairs} SET state = $2::text,
       updated_at = CASE WHEN $2::text = 'judged_once' THEN updated_at ELSE now() END,
       round = round + $3::boolean::integer,
       evidence_reader = CASE WHEN $3::boolean THEN NULL ELSE evidence_reader END,
       version = version + ($2::text <> 'judged_once')::integer
     WHERE id = $1`,
    [pair.id, state, newRound],
  );
}
