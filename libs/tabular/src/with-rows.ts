import type { Table, TableRow } from './table.js';
import { NoRows } from './table-error.js';

/** The table, once its first row is there. @throws NoRows, and what reading that row throws */
export async function withRows(table: Table): Promise<Table> {
  const rows = table.rows[Symbol.asyncIterator]();
  try {
    const first = await rows.next();
    if (first.done) throw new NoRows();
    table.rows = beginningWith(first.value, rows);
    return table;
  } catch (error) {
    await table.close();
    throw error;
  }
}

async function* beginningWith(
  first: TableRow,
  rows: AsyncIterator<TableRow>,
): AsyncGenerator<TableRow> {
  try {
    yield first;
    for (let next = await rows.next(); !next.done; next = await rows.next()) yield next.value;
  } finally {
    await rows.return?.();
  }
}
