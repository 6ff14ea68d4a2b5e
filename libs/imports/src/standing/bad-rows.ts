import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import { shortened } from '../columns/column-problems.js';
import type { BadRow, RawCells } from '../receiving/batch.js';
import { badCellsPlace, errorPlace } from './import-row.js';

/** So that a file that is wrong from top to bottom does not fill the disk; counting goes on. */
export const mostKeptBadRows = 10_000;

interface Keeper {
  organisationId: string;
  importId: string;
  /** The organisation's. */
  seal: Seal;
}

/** Keeps bad rows, their cells and what is wrong with them. @param before how many were kept already. */
export async function keepBadRows(
  manager: EntityManager,
  keeper: Keeper,
  rows: readonly BadRow[],
  before: number,
): Promise<void> {
  const kept = rows.slice(0, Math.max(0, mostKeptBadRows - before));
  if (kept.length === 0) return;
  await insertErrors(manager, keeper, kept);
  await insertCells(manager, keeper, kept);
}

async function insertErrors(manager: EntityManager, keeper: Keeper, rows: readonly BadRow[]) {
  const errors = rows.flatMap(({ number, problems }) =>
    problems.map(({ field, code, expected, fix }, ordinal) => {
      const place = errorPlace(keeper.importId, number, ordinal);
      const column = shortened(field);
      const detail = keeper.seal.sealJson(place, { column, expected, fix });
      return { number, ordinal, code, detail };
    }),
  );
  await manager.query(
    `INSERT INTO import_errors (organisation_id, import_id, row_number, ordinal, code, detail)
     SELECT $1, $2, * FROM unnest($3::int[], $4::int[], $5::text[], $6::bytea[])`,
    [
      keeper.organisationId,
      keeper.importId,
      errors.map((error) => error.number),
      errors.map((error) => error.ordinal),
      errors.map((error) => error.code),
      errors.map((error) => error.detail),
    ],
  );
}

async function insertCells(manager: EntityManager, keeper: Keeper, rows: readonly BadRow[]) {
  await manager.query(
    `INSERT INTO import_bad_rows (organisation_id, import_id, row_number, cells, surplus)
     SELECT $1, $2, * FROM unnest($3::int[], $4::bytea[], $5::int[])`,
    [
      keeper.organisationId,
      keeper.importId,
      rows.map((row) => row.number),
      rows.map((row) =>
        keeper.seal.sealJson(badCellsPlace(keeper.importId, row.number), row.cells),
      ),
      rows.map((row) => surplusIn(row.cells)),
    ],
  );
}

/** Cells beyond the header stand under `column 7` (see TableRow.values). */
function surplusIn(cells: RawCells): number {
  return Object.keys(cells).filter((name) => /^column \d+$/.test(name)).length;
}
