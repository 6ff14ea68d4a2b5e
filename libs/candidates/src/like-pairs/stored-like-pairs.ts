import type { EntityManager } from 'typeorm';
import type { StoredPair } from '../matching/plan-changes.js';
import type { MatchState } from '../words.js';
import type { PairTables } from './pair-tables.js';

interface Row {
  id: string;
  left_id: string;
  right_id: string;
  state: MatchState;
  above_floor: boolean;
  opened: boolean;
  centibits: number;
  model_version: string;
  left_material: Buffer;
  right_material: Buffer;
}

const columns = `id, left_id, right_id, state, above_floor, evidence_reader IS NOT NULL AS opened,
  centibits, model_version, left_material, right_material`;

/** The pairs of some records, by record, each as seen from that record. */
export async function readPairsOf(
  manager: EntityManager,
  { pairs }: PairTables,
  ids: readonly string[],
  { lock = false } = {},
): Promise<Map<string, StoredPair[]>> {
  const rows = await manager.query<Row[]>(
    `SELECT ${columns} FROM ${pairs}
     WHERE left_id = ANY($1::uuid[]) OR right_id = ANY($1::uuid[])
     ORDER BY id ${lock ? 'FOR NO KEY UPDATE' : ''}`,
    [ids],
  );
  const found = new Map(ids.map((id): [string, StoredPair[]] => [id, []]));
  for (const row of rows) {
    found.get(row.left_id)?.push(seenFrom(row, 'left'));
    found.get(row.right_id)?.push(seenFrom(row, 'right'));
  }
  return found;
}

/** The same record stands where a report stands in its pairs with entries. */
function seenFrom(row: Row, side: 'left' | 'right'): StoredPair {
  const isLeft = side === 'left';
  return {
    id: row.id,
    entryId: isLeft ? row.right_id : row.left_id,
    state: row.state,
    aboveFloor: row.above_floor,
    opened: row.opened,
    centibits: row.centibits,
    modelVersion: row.model_version,
    reportFingerprint: isLeft ? row.left_material : row.right_material,
    entryMaterial: isLeft ? row.right_material : row.left_material,
  };
}
