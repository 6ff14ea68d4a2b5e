import type { Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { lowerPairs } from './lower-pairs.js';
import type { PairChange, WeighedPair } from './plan-changes.js';
import { sealEvidence } from './sealed-evidence.js';

/** The changes of one report's pairs. */
export interface ReportChanges {
  reportId: string;
  organisationId: string;
  /** The organisation's. */
  seal: Seal;
  reportFingerprint: Buffer;
  changes: readonly PairChange[];
}

interface Row {
  /** Of the pair; null for one that is new. */
  id: string | null;
  newRound: boolean;
  of: ReportChanges;
  pair: WeighedPair;
}

/** Writes planned changes of any number of reports in three statements. */
export async function writeChanges(
  manager: EntityManager,
  modelVersion: string,
  reports: readonly ReportChanges[],
): Promise<void> {
  const rows = reports.flatMap((of) =>
    of.changes.flatMap((change): Row[] => {
      if (change.kind === 'lower') return [];
      const id = change.kind === 'propose' ? null : change.id;
      return [{ id, newRound: change.kind === 'renew', of, pair: change.pair }];
    }),
  );
  const lowered = reports.flatMap(({ changes }) =>
    changes.filter((change) => change.kind === 'lower'),
  );
  await insert(
    manager,
    modelVersion,
    rows.filter(({ id }) => id === null),
  );
  await reweigh(
    manager,
    modelVersion,
    rows.filter(({ id }) => id !== null),
  );
  await lowerPairs(manager, 'candidates', lowered);
}

async function insert(
  manager: EntityManager,
  modelVersion: string,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(
    `INSERT INTO candidates (model_version, organisation_id, report_id, report_fingerprint,
       entry_id, centibits, probability, band, sealed_evidence, entry_material)
     SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::bytea[], $5::uuid[], $6::integer[],
       $7::double precision[], $8::text[], $9::bytea[], $10::bytea[])
     ON CONFLICT (report_id, entry_id) DO NOTHING`,
    [
      modelVersion,
      rows.map(({ of }) => of.organisationId),
      rows.map(({ of }) => of.reportId),
      rows.map(({ of }) => of.reportFingerprint),
      rows.map(({ pair }) => pair.entryId),
      ...weights(rows),
    ],
  );
}

async function reweigh(
  manager: EntityManager,
  modelVersion: string,
  rows: readonly Row[],
): Promise<void> {
  if (rows.length === 0) return;
  await manager.query(
    `UPDATE candidates c SET
       model_version = $1, report_fingerprint = u.report_fingerprint, centibits = u.centibits,
       probability = u.probability, band = u.band, evidence = NULL,
       sealed_evidence = u.evidence,
       entry_material = u.entry_material, above_floor = true,
       left_at = NULL, left_because = NULL,
       state = CASE WHEN u.new_round THEN 'proposed' ELSE c.state END,
       round = c.round + u.new_round::integer,
       evidence_reader = CASE WHEN u.new_round THEN NULL ELSE c.evidence_reader END,
       version = c.version + 1, updated_at = now()
     FROM unnest($2::uuid[], $3::boolean[], $4::bytea[], $5::integer[], $6::double precision[],
       $7::text[], $8::bytea[], $9::bytea[]) AS u(id, new_round, report_fingerprint, centibits,
       probability, band, evidence, entry_material)
     WHERE c.id = u.id`,
    [
      modelVersion,
      rows.map(({ id }) => id),
      rows.map(({ newRound }) => newRound),
      rows.map(({ of }) => of.reportFingerprint),
      ...weights(rows),
    ],
  );
}

function weights(rows: readonly Row[]): unknown[] {
  return [
    rows.map(({ pair }) => pair.centibits),
    rows.map(({ pair }) => pair.probability),
    rows.map(({ pair }) => pair.band),
    rows.map(sealedEvidence),
    rows.map(({ pair }) => pair.entryMaterial),
  ];
}

function sealedEvidence({ of, pair }: Row): Buffer {
  const place = { table: 'candidates', left: of.reportId, right: pair.entryId } as const;
  return sealEvidence(of.seal, place, pair.evidence);
}
