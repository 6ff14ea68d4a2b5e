import type { Actor } from '@athar/access';
import { heldBecauseSql, type HeldReason } from '@athar/registry';
import type { EntityManager } from 'typeorm';
import { isDecided } from '../words.js';
import type { CandidateSummary, LeftCandidate } from './candidate-view.js';
import { leavingOf } from './leaving.js';
import { standingOf, stateFor, type PairRow } from './pair-row.js';
import { evidenceFor } from './standing.js';

/** A pair's row with what one member may have to do with it. */
export interface CandidateRow extends PairRow {
  case_id: string;
  case_reference: string;
  report_id: string;
  entry_id: string;
  report_fingerprint: Buffer;
  entry_material: Buffer;
  also_confirmed: boolean;
  /** Another organisation holds the entry confirmed. */
  confirmed_beyond: boolean;
  held: HeldReason | null;
  custodian: string;
}

/** Reads pairs as the member of `$1` stands to them. */
export const selectCandidates = `
  SELECT * FROM (
    SELECT p.*, r.case_id, r.entered_by = $1::uuid AS entered_by_me, k.reference AS case_reference,
      r.state = 'open' AND k.status NOT IN ('closed', 'withdrawn', 'merged') AS live,
      EXISTS (SELECT FROM judgements j WHERE j.candidate_id = p.id AND j.round = p.round
        AND j.member_id = $1::uuid) AS judged_by_me,
      EXISTS (SELECT FROM judgements j WHERE j.candidate_id = p.id AND j.round = p.round
        AND j.member_id <> $1::uuid) AS judged_by_others,
      EXISTS (SELECT FROM candidates o JOIN reports q ON q.id = o.report_id
        WHERE o.entry_id = p.entry_id AND o.state = 'confirmed' AND q.case_id <> r.case_id)
        AS also_confirmed,
      confirmed_in_another_organisation(p.entry_id) AS confirmed_beyond,
      ${heldBecauseSql} AS held, c.custodian,
      (SELECT max(d.created_at) FROM decisions d
        WHERE d.candidate_id = p.id AND d.round = p.round) AS decided_at
    FROM candidates p JOIN reports r ON r.id = p.report_id JOIN cases k ON k.id = r.case_id
      JOIN entries e ON e.id = p.entry_id JOIN collections c ON c.id = e.collection_id
  ) pairs`;

/** Locks a pair until commit. False where there is none in this organisation. */
export async function lockCandidate(manager: EntityManager, id: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    'SELECT 1 FROM candidates WHERE id = $1 FOR NO KEY UPDATE',
    [id],
  );
  return rows.length > 0;
}

/** Locks the report of a pair against edits until commit. Reports are locked before their pairs. */
export async function lockReportOf(manager: EntityManager, id: string): Promise<void> {
  await manager.query(
    'SELECT 1 FROM reports WHERE id = (SELECT report_id FROM candidates WHERE id = $1) FOR SHARE',
    [id],
  );
}

/** One pair; call it after {@link lockCandidate}, so that it shows what was waited for. */
export async function readCandidate(
  manager: EntityManager,
  actor: Actor,
  id: string,
): Promise<CandidateRow | undefined> {
  const rows = await manager.query<CandidateRow[]>(`${selectCandidates} WHERE id = $2`, [
    actor.memberId,
    id,
  ]);
  return rows[0];
}

export function summaryOf(actor: Actor, row: CandidateRow): CandidateSummary {
  const shown = evidenceFor(actor, standingOf(actor, row)) === 'shown';
  const isReviewer = actor.roles.includes('reviewer');
  const decidedAt = isDecided(row.state) ? row.decided_at : null;
  return {
    id: row.id,
    version: row.version,
    caseId: row.case_id,
    caseReference: row.case_reference,
    reportId: row.report_id,
    entryId: row.entry_id,
    state: stateFor(row),
    round: row.round,
    returned: row.round > 1,
    alsoConfirmedElsewhere: row.also_confirmed,
    confirmedInAnotherOrganisation: isReviewer ? row.confirmed_beyond : null,
    held: row.held,
    custodian: row.held === null ? null : row.custodian,
    band: shown ? row.band : null,
    decidedAt: decidedAt?.toISOString() ?? null,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/** A pair that left the queue, with what is known of that. */
export function leftCandidateOf(actor: Actor, row: CandidateRow): LeftCandidate {
  return { ...summaryOf(actor, row), ...leavingOf(row) };
}
