import type { Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import {
  isDecided,
  type JudgementReason,
  type Outcome,
  type Side,
  type Verdict,
} from '../words.js';
import type { CandidateRow } from './candidate-row.js';
import type { DecisionView, JudgementView } from './candidate-view.js';
import { changedSides, type Sides } from './present-sides.js';

interface JudgementRow {
  id: string;
  member_id: string;
  round: number;
  verdict: Verdict;
  reasons: JudgementReason[];
  note: Buffer | null;
  report_fingerprint: Buffer;
  entry_material: Buffer;
  created_at: Date;
}

interface DecisionRow {
  id: string;
  sequence: number;
  round: number;
  outcome: Outcome | 'revoked';
  decided_by: string;
  note: Buffer | null;
  created_at: Date;
}

/** What was ever said of a pair. Nothing of it is changed or taken away. */
export interface History {
  judgements: JudgementView[];
  decisions: DecisionView[];
  /**
   * Of an open pair, sides that differ from what was judged last, in a round before the present one;
   * of a decided pair, sides that differ now from what was decided on.
   */
  changed: Side[];
}

/**
 * Reads and opens the history of a pair, newest first.
 *
 * @param present both records as they are now.
 */
export async function readHistory(
  manager: EntityManager,
  seal: Seal,
  pair: CandidateRow,
  present: Partial<Sides>,
): Promise<History> {
  const judgements = await manager.query<JudgementRow[]>(
    `SELECT * FROM judgements WHERE candidate_id = $1 ORDER BY round DESC, created_at DESC, id`,
    [pair.id],
  );
  const decisions = await manager.query<DecisionRow[]>(
    'SELECT * FROM decisions WHERE candidate_id = $1 ORDER BY sequence DESC',
    [pair.id],
  );
  return {
    judgements: judgements.map((row) => judgementOf(seal, row)),
    decisions: decisions.map((row) => decisionOf(seal, row)),
    changed: isDecided(pair.state) ? changedSides(pair, present) : changedBefore(pair, judgements),
  };
}

function changedBefore(pair: CandidateRow, judgements: readonly JudgementRow[]): Side[] {
  const before = judgements.find(({ round }) => round < pair.round);
  return before ? changedSides(before, pair) : [];
}

function judgementOf(seal: Seal, row: JudgementRow): JudgementView {
  return {
    id: row.id,
    memberId: row.member_id,
    round: row.round,
    verdict: row.verdict,
    reasons: row.reasons,
    note: row.note && seal.open({ table: 'judgements', column: 'note', row: row.id }, row.note),
    createdAt: row.created_at.toISOString(),
  };
}

function decisionOf(seal: Seal, row: DecisionRow): DecisionView {
  return {
    sequence: row.sequence,
    round: row.round,
    outcome: row.outcome,
    decidedBy: row.decided_by,
    note: row.note && seal.open({ table: 'decisions', column: 'note', row: row.id }, row.note),
    createdAt: row.created_at.toISOString(),
  };
}
