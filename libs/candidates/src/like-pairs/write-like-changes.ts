import type { Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { lowerPairs, type LoweredPair } from '../matching/lower-pairs.js';
import type { PairChange, WeighedPair } from '../matching/plan-changes.js';
import { sealEvidence } from '../matching/sealed-evidence.js';
import type { PairTables } from './pair-tables.js';

/** The changes of one record's pairs. */
export interface RecordChanges {
  self: { id: string; material: Buffer };
  changes: readonly PairChange[];
}

/** Where and how changes are written. */
export interface Writing {
  tables: PairTables;
  /** Version of everything that makes a score. */
  model: string;
  /** Of those who share the pairs. */
  seal: Seal;
  /** Of the records; undefined where all organisations share them. */
  organisationId?: string;
}

/** What became of pairs that members may have looked at. */
export interface Written {
  returned: string[];
  lowered: LoweredPair[];
}

interface Row {
  /** Of the pair; null for one that is new. */
  id: string | null;
  newRound: boolean;
  left: string;
  right: string;
  leftMaterial: Buffer;
  rightMaterial: Buffer;
  pair: WeighedPair;
}

/**
 * Writes planned changes in three statements. A pair that both of its records found is written once.
 *
 * @returns ids of the pairs that came back into a new round, and the pairs that left the queue.
 */
export async function writeLikeChanges(
  manager: EntityManager,
  writing: Writing,
  records: readonly RecordChanges[],
): Promise<Written> {
  const rows = weighedRows(records);
  const weighed = new Set(rows.map(({ id }) => id));
  const left = new Map(
    records.flatMap(({ changes }) =>
      changes.flatMap((change): [string, LoweredPair][] =>
        change.kind === 'lower' && !weighed.has(change.id) ? [[change.id, change]] : [],
      ),
    ),
  );
  const fresh = rows.filter(({ id }) => id === null);
  const known = rows.filter(({ id }) => id !== null);
  if (fresh.length > 0) await insert(manager, writing, fresh);
  if (known.length > 0) await reweigh(manager, writing, known);
  const lowered = [...left.values()];
  await lowerPairs(manager, writing.tables.pairs, lowered);
  const returned = known.flatMap(({ id, newRound }) => (newRound && id !== null ? [id] : []));
  return { returned, lowered };
}

function weighedRows(records: readonly RecordChanges[]): Row[] {
  const rows = new Map<string, Row>();
  for (const { self, changes } of records) {
    for (const change of changes) {
      if (change.kind === 'lower') continue;
      const row = rowOf(self, change);
      const key = `${row.left} ${row.right}`;
      if (!rows.has(key)) rows.set(key, row);
    }
  }
  return [...rows.values()];
}

function rowOf(self: RecordChanges['self'], change: Exclude<PairChange, { kind: 'lower' }>): Row {
  const { pair } = change;
  const isLeft = self.id < pair.entryId;
  return {
    id: change.kind === 'propose' ? null : change.id,
    newRound: change.kind === 'renew',
    left: isLeft ? self.id : pair.entryId,
    right: isLeft ? pair.entryId : self.id,
    leftMaterial: isLeft ? self.material : pair.entryMaterial,
    rightMaterial: isLeft ? pair.entryMaterial : self.material,
    pair,
  };
}

async function insert(
  manager: EntityManager,
  writing: Writing,
  rows: readonly Row[],
): Promise<void> {
  const { tables, model, organisationId } = writing;
  const owner = organisationId === undefined ? '' : 'organisation_id, ';
  await manager.query(
    `INSERT INTO ${tables.pairs} (${owner}model_version, left_id, right_id, left_material, right_material,
       centibits, probability, band, sealed_evidence)
     SELECT ${owner === '' ? '' : '$10::uuid, '}$1, * FROM unnest($2::uuid[], $3::uuid[],
       $4::bytea[], $5::bytea[], $6::integer[], $7::double precision[], $8::text[], $9::bytea[])
     ON CONFLICT (left_id, right_id) DO NOTHING`,
    [
      model,
      rows.map(({ left }) => left),
      rows.map(({ right }) => right),
      ...weights(writing, rows),
      ...(organisationId === undefined ? [] : [organisationId]),
    ],
  );
}

async function reweigh(
  manager: EntityManager,
  writing: Writing,
  rows: readonly Row[],
): Promise<void> {
  const { tables, model } = writing;
  await manager.query(
    `UPDATE ${tables.pairs} p SET
       model_version = $1, left_material = u.left_material, right_material = u.right_material,
       centibits = u.centibits, probability = u.probability, band = u.band, evidence = NULL,
       sealed_evidence = u.evidence,
       above_floor = true, left_at = NULL, left_because = NULL,
       state = CASE WHEN u.new_round THEN 'proposed' ELSE p.state END,
       round = p.round + u.new_round::integer,
       evidence_reader = CASE WHEN u.new_round THEN NULL ELSE p.evidence_reader END,
       version = p.version + 1, updated_at = now()
     FROM unnest($2::uuid[], $3::boolean[], $4::bytea[], $5::bytea[], $6::integer[],
       $7::double precision[], $8::text[], $9::bytea[]) AS u(id, new_round, left_material,
       right_material, centibits, probability, band, evidence)
     WHERE p.id = u.id`,
    [
      model,
      rows.map(({ id }) => id),
      rows.map(({ newRound }) => newRound),
      ...weights(writing, rows),
    ],
  );
}

function weights({ tables, seal }: Writing, rows: readonly Row[]): unknown[] {
  return [
    rows.map(({ leftMaterial }) => leftMaterial),
    rows.map(({ rightMaterial }) => rightMaterial),
    rows.map(({ pair }) => pair.centibits),
    rows.map(({ pair }) => pair.probability),
    rows.map(({ pair }) => pair.band),
    rows.map(({ left, right, pair }) =>
      sealEvidence(seal, { table: tables.pairs, left, right }, pair.evidence),
    ),
  ];
}
