import type { EntityManager } from 'typeorm';
import type { LeavingReason } from '../words.js';
import { leftPairs } from './left-pairs.js';
import type { LoweredPair } from './lower-pairs.js';
import type { PairChange } from './plan-changes.js';

/** What matching changed in one organisation's queue of pairs of reports and entries. */
export interface QueueChange {
  organisationId: string;
  came: number;
  /** Pairs of the queue that lie in a stronger band than before. */
  rose: number;
  /** In a weaker one. */
  fell: number;
  left: readonly LoweredPair[];
}

/** What was matched against, and by what. */
export interface RunKey {
  /** The registry's. */
  revision: bigint;
  model: string;
}

/** What came of matching an organisation's reports against one revision of the registry. */
export interface MatchingRun {
  registryRevision: string;
  model: string;
  /** Pairs that came into the queue: new ones and those that fit again. */
  came: number;
  /** Pairs that stayed in it, in a stronger band than before. */
  rose: number;
  /** Pairs that stayed in it, in a weaker band. */
  fell: number;
  /** Pairs that left it without a judgement, by reason. */
  left: Record<LeavingReason, number>;
  beganAt: string;
  /** When a pair last came, left or moved. */
  updatedAt: string;
  /** When a batch had gone through every open report; null: not yet, or reports came one by one. */
  endedAt: string | null;
}

const SHOWN = 10;

/** Adds planned changes up, organisation by organisation in the order of their ids. */
export function queueChanges(
  reports: readonly { organisationId: string; changes: readonly PairChange[] }[],
): QueueChange[] {
  const ids = [...new Set(reports.map(({ organisationId }) => organisationId))].sort();
  return ids
    .map((organisationId): QueueChange => {
      const own = reports.filter((one) => one.organisationId === organisationId);
      const changes = own.flatMap((one) => one.changes);
      const left = changes.filter((change) => change.kind === 'lower');
      const [rose, fell] = [moved(changes, 1), moved(changes, -1)];
      return { organisationId, came: changes.filter(comes).length, rose, fell, left };
    })
    .filter(({ came, rose, fell, left }) => came + rose + fell + left.length > 0);
}

function comes(change: PairChange): boolean {
  return change.kind === 'propose' || (change.kind !== 'lower' && change.comes);
}

/** How many pairs that were in the queue lie in a stronger band (1) or in a weaker one (-1) now. */
function moved(changes: readonly PairChange[], way: 1 | -1): number {
  return changes.filter((change) => change.kind === 'reweigh' && change.moved === way).length;
}

/** Counts changes into their run, which goes on from chunk to chunk and report to report. */
export async function countIntoRun(
  manager: EntityManager,
  { revision, model }: RunKey,
  { organisationId, came, rose, fell, left }: QueueChange,
): Promise<void> {
  const reasons = leftPairs(left);
  await manager.query(
    `INSERT INTO matching_runs AS r (organisation_id, registry_revision, model, came, rose, fell,
       left_below_floor, left_crowded_out, left_record_changed, left_record_closed)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
     ON CONFLICT (organisation_id, registry_revision, model) DO UPDATE SET
       came = r.came + EXCLUDED.came, rose = r.rose + EXCLUDED.rose, fell = r.fell + EXCLUDED.fell,
       left_below_floor = r.left_below_floor + EXCLUDED.left_below_floor,
       left_crowded_out = r.left_crowded_out + EXCLUDED.left_crowded_out,
       left_record_changed = r.left_record_changed + EXCLUDED.left_record_changed,
       left_record_closed = r.left_record_closed + EXCLUDED.left_record_closed,
       updated_at = now()`,
    [
      ...[organisationId, revision.toString(), model, came, rose, fell],
      ...[reasons.below_floor.length, reasons.crowded_out.length],
      ...[reasons.record_changed.length, reasons.record_closed.length],
    ],
  );
}

/**
 * Marks the runs up to a revision of the registry as over, also those of batches that were broken off: every
 * open report has been matched up to there.
 */
export async function endRuns(manager: EntityManager, revision: bigint): Promise<void> {
  await manager.query(
    'UPDATE matching_runs SET ended_at = now() WHERE ended_at IS NULL AND registry_revision <= $1',
    [revision.toString()],
  );
}

interface RunRow {
  registry_revision: string;
  model: string;
  came: number;
  rose: number;
  fell: number;
  left: Record<LeavingReason, number>;
  began_at: Date;
  updated_at: Date;
  ended_at: Date | null;
}

/** The runs that changed the queue of the organisation that `manager` acts for, newest first. */
export async function readRuns(manager: EntityManager): Promise<MatchingRun[]> {
  const rows = await manager.query<RunRow[]>(
    `SELECT registry_revision, model, came, rose, fell, began_at, updated_at, ended_at,
       jsonb_build_object('below_floor', left_below_floor, 'crowded_out', left_crowded_out,
         'record_changed', left_record_changed, 'record_closed', left_record_closed) AS left
     FROM matching_runs ORDER BY began_at DESC, registry_revision DESC LIMIT $1`,
    [SHOWN],
  );
  return rows.map((row) => ({
    registryRevision: row.registry_revision,
    model: row.model,
    came: row.came,
    rose: row.rose,
    fell: row.fell,
    left: row.left,
    beganAt: row.began_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    endedAt: row.ended_at?.toISOString() ?? null,
  }));
}
