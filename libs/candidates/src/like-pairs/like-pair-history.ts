import type { Actor } from '@athar/access';
import type { Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type { JudgementView } from '../judging/candidate-view.js';
import { isDecided, type JudgementReason, type Outcome, type Verdict } from '../words.js';
import type { LikePairRow, Materials } from './like-pair-row.js';
import type { LikeDecisionView, LikeSide } from './like-pair-view.js';
import type { PairTables } from './pair-tables.js';

interface JudgementRow extends Materials {
  id: string;
  member_id: string;
  round: number;
  verdict: Verdict;
  reasons: JudgementReason[];
  note: Buffer | null;
  created_at: Date;
}

interface DecisionRow extends Materials {
  id: string;
  organisation_id: string;
  sequence: number;
  round: number;
  outcome: Outcome | 'revoked';
  decided_by: string;
  note: Buffer | null;
  created_at: Date;
}

/** What was ever said of a pair, as far as the acting organisation's rows tell it. */
export interface LikeHistory {
  judgements: JudgementView[];
  decisions: LikeDecisionView[];
  changed: LikeSide[];
}

/** The keys that notes are sealed with. */
export interface NoteSeals {
  judgements: Seal;
  decisions: Seal;
}

/**
 * Reads and opens the history of a pair, newest first.
 *
 * @param present both records as they are now.
 */
export async function readHistory(
  manager: EntityManager,
  tables: PairTables,
  seals: NoteSeals,
  actor: Actor,
  pair: LikePairRow,
  present: Partial<Materials>,
): Promise<LikeHistory> {
  const judgements = await manager.query<JudgementRow[]>(
    `SELECT * FROM ${tables.judgements} WHERE pair_id = $1 ORDER BY round DESC, created_at DESC, id`,
    [pair.id],
  );
  const decisions = await manager.query<DecisionRow[]>(
    `SELECT * FROM ${tables.decisions} WHERE pair_id = $1 ORDER BY sequence DESC`,
    [pair.id],
  );
  const before = [...judgements, ...decisions]
    .filter(({ round }) => round < pair.round)
    .sort((a, b) => b.round - a.round)[0];
  const since = before ? changedSides(before, pair) : [];
  return {
    judgements: judgements.map((row) => judgementOf(tables, seals.judgements, row)),
    decisions: decisions.map((row) => decisionOf(tables, seals.decisions, actor, row)),
    changed: isDecided(pair.state) ? changedSides(pair, present) : since,
  };
}

/** The sides that differ; one that is not there now differs. */
export function changedSides(before: Materials, now: Partial<Materials>): LikeSide[] {
  const sides: LikeSide[] = [];
  if (!now.left_material?.equals(before.left_material)) sides.push('left');
  if (!now.right_material?.equals(before.right_material)) sides.push('right');
  return sides;
}

function judgementOf({ judgements }: PairTables, seal: Seal, row: JudgementRow): JudgementView {
  const place = { table: judgements, column: 'note', row: row.id };
  return {
    id: row.id,
    memberId: row.member_id,
    round: row.round,
    verdict: row.verdict,
    reasons: row.reasons,
    note: row.note && seal.open(place, row.note),
    createdAt: row.created_at.toISOString(),
  };
}

function decisionOf(
  { decisions }: PairTables,
  seal: Seal,
  { organisationId }: Actor,
  row: DecisionRow,
): LikeDecisionView {
  const place = { table: decisions, column: 'note', row: row.id };
  const own = row.organisation_id === organisationId;
  return {
    sequence: row.sequence,
    round: row.round,
    outcome: row.outcome,
    decidedBy: own ? row.decided_by : null,
    note: own && row.note ? seal.open(place, row.note) : null,
    createdAt: row.created_at.toISOString(),
  };
}
