import { explain, type ExplainLocale } from '@athar/matching';
import type { EntityManager } from 'typeorm';
import { unpackEvidence, type PackedItem } from '../matching/packed-evidence.js';
import type { CandidateRow } from './candidate-row.js';
import type { Assessment } from './candidate-view.js';

const ONE_BIT = 100;

/** What is stored of a weighed pair of whatever kind. */
type Weighed = Pick<CandidateRow, 'band' | 'probability' | 'centibits' | 'model_version'>;

/** What the model thinks of a pair by itself, in the reader's language. */
export function explained(
  row: Weighed,
  evidence: readonly PackedItem[],
  locale: ExplainLocale,
): Omit<Assessment, 'fitsEqually'> {
  const items = unpackEvidence(evidence);
  const sentences = explain(items, locale);
  return {
    band: row.band,
    probability: row.probability,
    calibration: 'simulated',
    centibits: row.centibits,
    modelVersion: row.model_version,
    evidence: items.map(({ kind, code, centibits }, at) => ({
      kind,
      code,
      centibits,
      sentence: sentences[at]?.sentence ?? '',
    })),
  };
}

/** What the model thinks of a pair, in the reader's language, as far as the member may know. */
export async function assess(
  manager: EntityManager,
  row: CandidateRow,
  evidence: readonly PackedItem[],
  memberId: string,
  locale: ExplainLocale,
): Promise<Assessment> {
  const fitsEqually = await countEqual(manager, row, memberId);
  return { ...explained(row, evidence, locale), fitsEqually };
}

/**
 * Pairs of other cases `r.case_id <> $2` with the entry `$1` whose weight the member of `$3` may know:
 * decided ones and those they have judged in the present round. Any other pair they may still have
 * to judge, and what is said of this one must tell nothing of it.
 */
const knownElsewhere = `
  FROM candidates c JOIN reports r ON r.id = c.report_id
  WHERE c.entry_id = $1 AND r.case_id <> $2 AND r.state = 'open' AND c.above_floor
    AND c.state <> 'rejected'
    AND (c.state NOT IN ('proposed', 'judged_once') OR EXISTS (SELECT FROM judgements j
      WHERE j.candidate_id = c.id AND j.round = c.round AND j.member_id = $3))`;

async function countEqual(
  manager: EntityManager,
  row: CandidateRow,
  memberId: string,
): Promise<number> {
  const [found] = await manager.query<{ n: number }[]>(
    `SELECT count(DISTINCT r.case_id)::integer AS n ${knownElsewhere}
       AND c.centibits BETWEEN $4 AND $5`,
    [row.entry_id, row.case_id, memberId, row.centibits - ONE_BIT, row.centibits + ONE_BIT],
  );
  return found?.n ?? 0;
}

/**
 * Whether a confirmed pair's entry looks strong in another case too, as far as the member may know;
 * null for a pair that is not confirmed.
 */
export async function strongElsewhere(
  manager: EntityManager,
  row: CandidateRow,
  memberId: string,
): Promise<boolean | null> {
  if (row.state !== 'confirmed') return null;
  const rows = await manager.query<unknown[]>(
    `SELECT 1 ${knownElsewhere} AND c.band = 'strong' LIMIT 1`,
    [row.entry_id, row.case_id, memberId],
  );
  return rows.length > 0;
}
