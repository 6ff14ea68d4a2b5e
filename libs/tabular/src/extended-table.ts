import type { OutputColumn } from './column.js';
import type { Table } from './table.js';

/** What is needed to write a table's rows again with a column added. */
export interface ExtendedTable {
  /** The table's columns in their order and with their own headers, then the added one. */
  columns: OutputColumn[];
  /** Under which the added column's values are to be put. */
  added: string;
}

/**
 * Adds a column to a table, so that its rows can be given back with, say, what is wrong with them:
 * `writeRows(to, table.format, columns, [{ ...row.values, [added]: text }])`.
 * @param header of the added column; numbered where the table has one of that name
 * @param beyond how many cells beyond the header the rows may have; they get columns of their own
 */
export function withColumn(
  table: Pick<Table, 'columns' | 'headers'>,
  header: string,
  beyond = 0,
): ExtendedTable {
  const columns: OutputColumn[] = table.columns.map((name, index) => ({
    name,
    header: table.headers[index] ?? name,
  }));
  const width = columns.length;
  for (let place = width + 1; place <= width + beyond; place++) {
    columns.push({ name: `column ${place}` });
  }
  const taken = new Set(columns.map((column) => column.name));
  let added = header;
  for (let count = 2; taken.has(added); count++) added = `${header} (${count})`;
  return { columns: [...columns, { name: added }], added };
}
