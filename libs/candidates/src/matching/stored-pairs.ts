import type { Band } from '@athar/matching';
import type { EntityManager } from 'typeorm';
import type { MatchState } from '../words.js';
import type { StoredPair } from './plan-changes.js';

interface PairRow {
  id: string;
  report_id: string;
  entry_id: string;
  state: MatchState;
  above_floor: boolean;
  opened: boolean;
  centibits: number;
  band: Band;
  model_version: string;
  report_fingerprint: Buffer;
  entry_material: Buffer;
}

const columns = `id, report_id, entry_id, state, above_floor, evidence_reader IS NOT NULL AS opened, centibits, band, model_version,
  report_fingerprint, entry_material`;

/** The decided pairs of some reports, by report. */
export async function readDecided(
  manager: EntityManager,
  reportIds: readonly string[],
): Promise<Map<string, StoredPair[]>> {
  const rows = await manager.query<PairRow[]>(
    `SELECT ${columns} FROM candidates
     WHERE report_id = ANY($1::uuid[]) AND state IN ('confirmed', 'rejected', 'needs_information')`,
    [reportIds],
  );
  return byReport(rows);
}

/**
 * Every pair of some reports, locked against judgements until commit, by report.
 *
 * @param among only pairs with these entries; left out: all.
 */
export async function lockPairs(
  manager: EntityManager,
  reportIds: readonly string[],
  among?: ReadonlySet<string>,
): Promise<Map<string, StoredPair[]>> {
  const rows = await manager.query<PairRow[]>(
    `SELECT ${columns} FROM candidates
     WHERE report_id = ANY($1::uuid[]) AND ($2::uuid[] IS NULL OR entry_id = ANY($2::uuid[]))
     ORDER BY id FOR NO KEY UPDATE`,
    [reportIds, among ? [...among] : null],
  );
  return byReport(rows);
}

function byReport(rows: readonly PairRow[]): Map<string, StoredPair[]> {
  const pairs = new Map<string, StoredPair[]>();
  for (const row of rows) {
    const list = pairs.get(row.report_id);
    if (list) list.push(fromRow(row));
    else pairs.set(row.report_id, [fromRow(row)]);
  }
  return pairs;
}

function fromRow(row: PairRow): StoredPair {
  return {
    id: row.id,
    entryId: row.entry_id,
    state: row.state,
    aboveFloor: row.above_floor,
    opened: row.opened,
    centibits: row.centibits,
    band: row.band,
    modelVersion: row.model_version,
    reportFingerprint: row.report_fingerprint,
    entryMaterial: row.entry_material,
  };
}
