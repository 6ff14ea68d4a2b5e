import type { TableFormat } from './format.js';
import { openDelimited } from './read-delimited.js';
import { openJsonLines } from './read-json-lines.js';
import { openWorkbook } from './read-workbook.js';
import {
  defaultLimits,
  type ByteSource,
  type Table,
  type TableLimits,
  type TableRow,
} from './table.js';

/**
 * Reads a table's header and gets ready for its rows. Text formats are streamed; a workbook is held
 * in memory and therefore bounded. The source is let go of on errors, at the rows' end or by
 * `close()`.
 * @param source the file's bytes
 * @throws NotUtf8, EmptyTable, BadHeader, WorkbookTooLarge, WorkbookNotReadable; what goes wrong
 * inside one row is told in its `problems` instead, and the rows after it go on. NotUtf8 is also
 * thrown while the rows are read, since the lines after such bytes cannot be trusted.
 */
export async function openTable(
  source: ByteSource,
  format: TableFormat,
  limits: Partial<TableLimits> = {},
): Promise<Table> {
  const bounds = { ...defaultLimits, ...limits };
  if (format === 'xlsx') return openWorkbook(source, bounds);
  if (format === 'jsonl') return openJsonLines(source, bounds);
  return openDelimited(source, format, bounds);
}

/** The rows of a table, for those who need no header before them. See {@link openTable}. */
export async function* readRows(
  source: ByteSource,
  format: TableFormat,
  limits: Partial<TableLimits> = {},
): AsyncGenerator<TableRow> {
  const table = await openTable(source, format, limits);
  yield* table.rows;
}
