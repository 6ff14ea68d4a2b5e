import type { EntityManager } from 'typeorm';
import type { Actor } from '@athar/access';
import type { Seal } from '@athar/persistence';
import { canonicalJson } from '../canonical-json.js';
import { ImportCancelled, UploadInterrupted } from '../errors.js';
import { keepBadRows } from '../standing/bad-rows.js';
import { cellsPlace, stagedPlace } from '../standing/import-row.js';
import { stagedOfGroups } from '../standing/staged-rows.js';
import type { ImportScope, ImportTarget, StagedRow } from '../target/import-target.js';
import {
  doubledIdentity,
  type BadRow,
  type Batch,
  type CheckedRow,
  type RawCells,
} from './batch.js';

/** An import that receives rows. */
export interface Receiving {
  scope: ImportScope;
  target: ImportTarget;
  organisationSeal: Seal;
  dryRun: boolean;
  /** Who brings the file. */
  actor: Actor;
}

interface WaitingRow extends StagedRow<unknown> {
  cells: RawCells;
  knownBy: string;
}

/**
 * Writes a batch: good rows wait sealed, bad ones are kept with what is wrong.
 *
 * @param bytes of the file that have come so far.
 * @throws ImportCancelled; UploadInterrupted where the import was given up meanwhile.
 */
export async function stage(
  manager: EntityManager,
  to: Receiving,
  batch: Batch,
  bytes: number,
): Promise<void> {
  const { importId } = to.scope;
  const before = await lockReceiving(manager, importId);
  const { first, doubled } = await partByIdentity(manager, to, batch.good);
  const { good, refused } = await partByTarget(manager, to, first);
  await insertRows(manager, to.scope, good);
  const bad = [...batch.bad, ...doubled, ...refused];
  await keepBadRows(manager, { ...to.scope, seal: to.organisationSeal }, bad, before);
  await manager.query(
    `UPDATE imports SET row_count = row_count + $2, error_count = error_count + $3,
            bytes_received = $4, heartbeat_at = now()
     WHERE id = $1`,
    [importId, batch.rowCount, bad.length, bytes],
  );
}

/** How many bad rows there are already. @throws ImportCancelled, UploadInterrupted */
export async function lockReceiving(manager: EntityManager, importId: string): Promise<number> {
  const [row] = await manager.query<{ state: string; error_count: number }[]>(
    'SELECT state, error_count FROM imports WHERE id = $1 FOR NO KEY UPDATE',
    [importId],
  );
  if (row?.state === 'cancelled') throw new ImportCancelled();
  if (row?.state !== 'receiving') throw new UploadInterrupted();
  return row.error_count;
}

function digested({ target, scope }: Receiving, rows: readonly CheckedRow[]): WaitingRow[] {
  const { seal, collectionId } = scope;
  const purposes = target.digestPurposes(collectionId);
  return rows.map(({ number, cells, document, identity, group, knownBy }) => ({
    number,
    cells,
    knownBy: knownBy ?? target.identityColumn,
    document,
    identity: seal.digest(purposes.identity, identity),
    group: group === undefined ? null : seal.digest(purposes.group, group),
    content: seal.digest(purposes.content, canonicalJson(document)),
  }));
}

async function partByIdentity(manager: EntityManager, to: Receiving, rows: readonly CheckedRow[]) {
  const waiting = digested(to, rows);
  const staged = await manager.query<{ identity: Buffer; row_number: number }[]>(
    'SELECT identity, row_number FROM import_rows WHERE import_id = $1 AND identity = ANY($2::bytea[])',
    [to.scope.importId, waiting.map((row) => row.identity)],
  );
  const firstRows = new Map(staged.map((row) => [row.identity.toString('hex'), row.row_number]));
  const first: WaitingRow[] = [];
  const doubled: BadRow[] = [];
  for (const row of waiting) {
    const key = row.identity.toString('hex');
    const earlier = firstRows.get(key);
    if (earlier !== undefined) {
      const problem = doubledIdentity(row.knownBy, to.target.identityColumn, earlier);
      doubled.push({ number: row.number, cells: row.cells, problems: [problem] });
      continue;
    }
    firstRows.set(key, row.number);
    first.push(row);
  }
  return { first, doubled };
}

async function partByTarget(
  manager: EntityManager,
  { target, scope }: Receiving,
  rows: WaitingRow[],
) {
  const earlier = (groups: readonly Buffer[]) => stagedOfGroups(manager, scope, groups);
  const told = (await target.checkBatch?.(manager, scope, rows, earlier)) ?? [];
  const problems = new Map(told.map((row) => [row.number, row.problems]));
  const good = rows.filter((row) => !problems.has(row.number));
  const refused = rows.flatMap(({ number, cells }): BadRow[] => {
    const wrong = problems.get(number);
    return wrong === undefined ? [] : [{ number, cells, problems: wrong }];
  });
  return { good, refused };
}

async function insertRows(manager: EntityManager, scope: ImportScope, rows: readonly WaitingRow[]) {
  if (rows.length === 0) return;
  const { seal, importId } = scope;
  await manager.query(
    `INSERT INTO import_rows (organisation_id, import_id, row_number, identity, group_key, content, record, cells)
     SELECT $1, $2, * FROM unnest($3::int[], $4::bytea[], $5::bytea[], $6::bytea[], $7::bytea[], $8::bytea[])`,
    [
      scope.organisationId,
      importId,
      rows.map((row) => row.number),
      rows.map((row) => row.identity),
      rows.map((row) => row.group),
      rows.map((row) => row.content),
      rows.map((row) => seal.sealJson(stagedPlace(importId, row.number), row.document)),
      rows.map((row) => seal.sealJson(cellsPlace(importId, row.number), row.cells)),
    ],
  );
}
