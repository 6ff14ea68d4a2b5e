import type { EntityManager } from 'typeorm';
import { stagedAfter } from '../standing/staged-rows.js';
import type { PreviewedRow, StagedRow } from '../target/import-target.js';
import { lockReceiving, type Receiving } from './staging.js';

const chunkSize = 500;

/**
 * Asks the target what the next staged rows would do, and keeps its answer: row, outcome and names of
 * fields.
 *
 * @returns the last row asked about; undefined where none was left.
 * @throws ImportCancelled, UploadInterrupted
 */
export async function previewChunk(
  manager: EntityManager,
  { scope, target }: Receiving,
  after: number,
): Promise<number | undefined> {
  await lockReceiving(manager, scope.importId);
  const rows = await stagedAfter(manager, scope, after, chunkSize);
  const last = rows.at(-1);
  if (last === undefined) return undefined;
  const previewed = await target.preview(manager, scope, rows);
  await keepPreview(manager, scope, previewed);
  const count = (outcome: string) => previewed.filter((row) => row.outcome === outcome).length;
  await manager.query(
    `UPDATE imports SET added = added + $2, changed = changed + $3, unchanged = unchanged + $4,
            heartbeat_at = now()
     WHERE id = $1`,
    [scope.importId, count('added'), count('changed'), count('unchanged')],
  );
  return last.number;
}

/** What the rows of a dry run would make together; nothing for what is no dry run. */
export async function foresee(
  manager: EntityManager,
  { scope, target, dryRun }: Receiving,
): Promise<Readonly<Record<string, number>>> {
  if (!dryRun || !target.foresee) return {};
  return target.foresee(manager, scope, stagedChunks(manager, scope));
}

async function* stagedChunks(
  manager: EntityManager,
  scope: Receiving['scope'],
): AsyncGenerator<StagedRow<unknown>[]> {
  let rows = await stagedAfter(manager, scope, 0, chunkSize);
  for (let last = rows.at(-1); last !== undefined; last = rows.at(-1)) {
    yield rows;
    rows = await stagedAfter(manager, scope, last.number, chunkSize);
  }
}

async function keepPreview(
  manager: EntityManager,
  { organisationId, importId }: Receiving['scope'],
  rows: readonly PreviewedRow[],
): Promise<void> {
  await manager.query(
    `INSERT INTO import_previews (organisation_id, import_id, row_number, outcome, fields)
     SELECT $1, $2, row_number, outcome, string_to_array(fields, ' ')
     FROM unnest($3::int[], $4::text[], $5::text[]) AS p (row_number, outcome, fields)`,
    [
      organisationId,
      importId,
      rows.map((row) => row.number),
      rows.map((row) => row.outcome),
      rows.map((row) => row.fields.join(' ')),
    ],
  );
}
