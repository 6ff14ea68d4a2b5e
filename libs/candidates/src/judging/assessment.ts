import { explain, type ExplainLocale } from '@athar/matching';
import type { EntityManager } from 'typeorm';
import { unpackEvidence } from '../matching/packed-evidence.js';
import type { CandidateRow } from './candidate-row.js';
import type { Assessment } from './candidate-view.js';

const ONE_BIT = 100;

/** What the model thinks of a pair, in the reader's language. */
export async function assess(
  manager: EntityManager,
  row: CandidateRow,
  locale: ExplainLocale,
): Promise<Assessment> {
  const items = unpackEvidence(row.evidence);
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
    fitsEqually: await countEqual(manager, row),
  };
}

async function countEqual(manager: EntityManager, row: CandidateRow): Promise<number> {
  const [found] = await manager.query<{ n: number }[]>(
    `SELECT count(DISTINCT r.case_id)::integer AS n
     FROM candidates c JOIN reports r ON r.id = c.report_id
     WHERE c.entry_id = $1 AND r.case_id <> $2 AND c.above_floor AND c.state <> 'rejected'
       AND c.centibits BETWEEN $3 AND $4`,
    [row.entry_id, row.case_id, row.centibits - ONE_BIT, row.centibits + ONE_BIT],
  );
  return found?.n ?? 0;
}

/** Whether an open pair of this entry with another case, not entered by the member, looks strong. */
export async function strongElsewhere(
  manager: EntityManager,
  row: CandidateRow,
  memberId: string,
): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM candidates c JOIN reports r ON r.id = c.report_id
     WHERE c.entry_id = $1 AND r.case_id <> $2 AND r.entered_by <> $3 AND r.state = 'open'
       AND c.state IN ('proposed', 'judged_once') AND c.above_floor AND c.band = 'strong' LIMIT 1`,
    [row.entry_id, row.case_id, memberId],
  );
  return rows.length > 0;
}
