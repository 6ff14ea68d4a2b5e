import type { Table } from '@athar/tabular';
import type { ReadAs } from '../import-view.js';

/**
 * How a table is read. @param more columns that only later rows have brought (JSON Lines).
 */
export function readAsOf(table: Table, more: readonly string[] = []): ReadAs {
  return {
    columns: [...table.columns, ...more],
    headers: [...table.headers, ...more],
    sheet: table.sheet ?? null,
    headerRow: table.headerRow ?? null,
    encoding: table.encoding ?? null,
  };
}
