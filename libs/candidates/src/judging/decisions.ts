import { randomUUID } from 'node:crypto';
import type { Actor } from '@athar/access';
import type { Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type { JudgementReason, MatchState, Outcome, Verdict } from '../words.js';
import type { CandidateRow } from './candidate-row.js';

/** What a reviewer says of a pair. */
export interface NewJudgement {
  verdict: Verdict;
  reasons: readonly JudgementReason[];
  note?: string | undefined;
}

/** Adds a judgement of the pair's present round. */
export async function addJudgement(
  manager: EntityManager,
  seal: Seal,
  actor: Actor,
  pair: CandidateRow,
  id: string,
  { verdict, reasons, note }: NewJudgement,
): Promise<void> {
  const place = { table: 'judgements', column: 'note', row: id };
  await manager.query(
    `INSERT INTO judgements (id, organisation_id, candidate_id, member_id, round, verdict, reasons,
       note, report_fingerprint, entry_material)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
    [
      id,
      actor.organisationId,
      pair.id,
      actor.memberId,
      pair.round,
      verdict,
      [...reasons],
      note === undefined ? null : seal.seal(place, note),
      pair.report_fingerprint,
      pair.entry_material,
    ],
  );
}

/** The verdict that another member gave in the pair's present round. */
export async function verdictOfOther(
  manager: EntityManager,
  actor: Actor,
  pair: CandidateRow,
): Promise<Verdict | undefined> {
  const rows = await manager.query<{ verdict: Verdict }[]>(
    `SELECT verdict FROM judgements
     WHERE candidate_id = $1 AND round = $2 AND member_id <> $3 LIMIT 1`,
    [pair.id, pair.round, actor.memberId],
  );
  return rows[0]?.verdict;
}

/** Adds a decision or its revocation; the pair's lock makes the sequence whole. */
export async function addDecision(
  manager: EntityManager,
  seal: Seal,
  actor: Actor,
  pair: CandidateRow,
  outcome: Outcome | 'revoked',
  note?: string,
): Promise<void> {
  const id = randomUUID();
  const place = { table: 'decisions', column: 'note', row: id };
  await manager.query(
    `INSERT INTO decisions (id, organisation_id, candidate_id, sequence, round, outcome, decided_by,
       note, report_fingerprint, entry_material)
     SELECT $1, $2, $3, coalesce(max(sequence), 0) + 1, $4, $5, $6, $7, $8, $9
     FROM decisions WHERE candidate_id = $3`,
    [
      id,
      actor.organisationId,
      pair.id,
      pair.round,
      outcome,
      actor.memberId,
      note === undefined ? null : seal.seal(place, note),
      pair.report_fingerprint,
      pair.entry_material,
    ],
  );
}

/**
 * Moves a pair to another state. A first judgement leaves version and time as they are: it changes
 * nothing of what the second reviewer has to look at, and must not be noticed by them.
 */
export async function moveTo(
  manager: EntityManager,
  pair: CandidateRow,
  state: MatchState,
  { newRound = false } = {},
): Promise<void> {
  await manager.query(
    `UPDATE candidates SET state = $2::text,
       updated_at = CASE WHEN $2::text = 'judged_once' THEN updated_at ELSE now() END,
       round = round + $3::boolean::integer,
       evidence_reader = CASE WHEN $3::boolean THEN NULL ELSE evidence_reader END,
       version = version + ($2::text <> 'judged_once')::integer,
       told_intake = $4
     WHERE id = $1`,
    [pair.id, state, newRound, state === 'confirmed' && pair.held === null],
  );
}

/**
 * Whether the case holds a confirmed pair beside this one. The case is locked first, so that of two
 * that are revoked at once the second knows of the first.
 */
export async function otherConfirmed(manager: EntityManager, pair: CandidateRow): Promise<boolean> {
  await manager.query('SELECT 1 FROM cases WHERE id = $1 FOR UPDATE', [pair.case_id]);
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM candidates c JOIN reports r ON r.id = c.report_id
     WHERE r.case_id = $1 AND c.state = 'confirmed' AND c.id <> $2 LIMIT 1`,
    [pair.case_id, pair.id],
  );
  return rows.length > 0;
}
