import type { EntityManager } from 'typeorm';
import { mapInTurns } from '../in-turns.js';
import type { ImportScope, StagedRow } from '../target/import-target.js';
import type { RawCells } from '../receiving/batch.js';
import { cellsPlace, stagedPlace } from './import-row.js';

interface Row {
  row_number: number;
  identity: Buffer;
  group_key: Buffer | null;
  content: Buffer;
  record: Buffer;
}

const columns = 'row_number, identity, group_key, content, record';

/** The next staged rows after a row, opened, in the file's order. */
export async function stagedAfter(
  manager: EntityManager,
  scope: ImportScope,
  after: number,
  size: number,
): Promise<StagedRow<unknown>[]> {
  const rows = await manager.query<Row[]>(
    `SELECT ${columns} FROM import_rows WHERE import_id = $1 AND row_number > $2
     ORDER BY row_number LIMIT $3`,
    [scope.importId, after, size],
  );
  return mapInTurns(rows, (row) => opened(scope, row));
}

/** Staged rows of the given groups, opened. */
export async function stagedOfGroups(
  manager: EntityManager,
  scope: ImportScope,
  groups: readonly Buffer[],
): Promise<StagedRow<unknown>[]> {
  if (groups.length === 0) return [];
  const rows = await manager.query<Row[]>(
    `SELECT ${columns} FROM import_rows WHERE import_id = $1 AND group_key = ANY($2::bytea[])
     ORDER BY row_number`,
    [scope.importId, groups],
  );
  return rows.map((row) => opened(scope, row));
}

/** Cells of staged rows as they stood in the file; without those that were staged before cells were kept. */
export async function cellsOf(
  manager: EntityManager,
  { importId, seal }: ImportScope,
  numbers: readonly number[],
): Promise<Map<number, RawCells>> {
  const rows = await manager.query<{ row_number: number; cells: Buffer }[]>(
    `SELECT row_number, cells FROM import_rows
     WHERE import_id = $1 AND row_number = ANY($2::int[]) AND cells IS NOT NULL`,
    [importId, numbers],
  );
  return new Map(
    rows.map(({ row_number, cells }) => {
      const place = cellsPlace(importId, row_number);
      return [row_number, seal.openJson<RawCells>(place, cells)] as const;
    }),
  );
}

function opened({ importId, seal }: ImportScope, row: Row): StagedRow<unknown> {
  return {
    number: row.row_number,
    identity: row.identity,
    group: row.group_key,
    content: row.content,
    document: seal.openJson<unknown>(stagedPlace(importId, row.row_number), row.record),
  };
}
