import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import { canonicalJson } from '../canonical-json.js';
import { UploadInterrupted } from '../errors.js';
import { shortened } from '../reading/column-map.js';
import { doubledIdentity, type BadRow, type Batch, type CheckedRow } from './batch.js';
import { errorPlace, stagedPlace } from './import-row.js';

/** An import that receives rows. */
export interface Receiving {
  organisationId: string;
  importId: string;
  collectionId: string;
  registrySeal: Seal;
  organisationSeal: Seal;
}

interface DigestedRow extends CheckedRow {
  digest: Buffer;
}

/** So that a file that is wrong from top to bottom does not fill the disk; counting goes on. */
export const mostKeptBadRows = 10_000;

/**
 * Writes a batch: good rows wait sealed, bad ones are kept with what is wrong.
 *
 * @throws UploadInterrupted where the import was given up meanwhile.
 */
export async function stage(manager: EntityManager, to: Receiving, batch: Batch): Promise<void> {
  const before = await lockReceiving(manager, to);
  const { first, doubled } = await partByIdentity(manager, to, batch.good);
  const bad = [...batch.bad, ...doubled];
  await insertRows(manager, to, first);
  await insertErrors(manager, to, bad.slice(0, Math.max(0, mostKeptBadRows - before)));
  await manager.query(
    `UPDATE imports SET row_count = row_count + $2, error_count = error_count + $3, heartbeat_at = now()
     WHERE id = $1`,
    [to.importId, batch.rowCount, bad.length],
  );
}

/** How many bad rows there are already. @throws UploadInterrupted */
export async function lockReceiving(manager: EntityManager, to: Receiving): Promise<number> {
  const [row] = await manager.query<{ error_count: number }[]>(
    `SELECT error_count FROM imports WHERE id = $1 AND state = 'receiving' FOR UPDATE`,
    [to.importId],
  );
  if (!row) throw new UploadInterrupted();
  return row.error_count;
}

async function partByIdentity(manager: EntityManager, to: Receiving, rows: readonly CheckedRow[]) {
  const digested = rows.map((row) => ({
    ...row,
    digest: to.registrySeal.digest(`entry-identity/${to.collectionId}`, row.identity),
  }));
  const staged = await manager.query<{ identity: Buffer; row_number: number }[]>(
    'SELECT identity, row_number FROM import_rows WHERE import_id = $1 AND identity = ANY($2::bytea[])',
    [to.importId, digested.map((row) => row.digest)],
  );
  const firstRows = new Map(staged.map((row) => [row.identity.toString('hex'), row.row_number]));
  const first: DigestedRow[] = [];
  const doubled: BadRow[] = [];
  for (const row of digested) {
    const key = row.digest.toString('hex');
    const earlier = firstRows.get(key);
    if (earlier !== undefined) {
      doubled.push({ number: row.number, problems: [doubledIdentity(earlier)] });
      continue;
    }
    firstRows.set(key, row.number);
    first.push(row);
  }
  return { first, doubled };
}

async function insertRows(manager: EntityManager, to: Receiving, rows: readonly DigestedRow[]) {
  if (rows.length === 0) return;
  const seal = to.registrySeal;
  await manager.query(
    `INSERT INTO import_rows (organisation_id, import_id, row_number, identity, content, record)
     SELECT $1, $2, * FROM unnest($3::int[], $4::bytea[], $5::bytea[], $6::bytea[])`,
    [
      to.organisationId,
      to.importId,
      rows.map((row) => row.number),
      rows.map((row) => row.digest),
      rows.map((row) => seal.digest('entry-content', canonicalJson(row.document))),
      rows.map((row) => seal.sealJson(stagedPlace(to.importId, row.number), row.document)),
    ],
  );
}

async function insertErrors(manager: EntityManager, to: Receiving, rows: readonly BadRow[]) {
  if (rows.length === 0) return;
  const errors = rows.flatMap(({ number, problems }) =>
    problems.map(({ field, code, expected, fix }, ordinal) => {
      const place = errorPlace(to.importId, number, ordinal);
      const column = shortened(field);
      const detail = to.organisationSeal.sealJson(place, { column, expected, fix });
      return { number, ordinal, code, detail };
    }),
  );
  await manager.query(
    `INSERT INTO import_errors (organisation_id, import_id, row_number, ordinal, code, detail)
     SELECT $1, $2, * FROM unnest($3::int[], $4::int[], $5::text[], $6::bytea[])`,
    [
      to.organisationId,
      to.importId,
      errors.map((error) => error.number),
      errors.map((error) => error.ordinal),
      errors.map((error) => error.code),
      errors.map((error) => error.detail),
    ],
  );
}
