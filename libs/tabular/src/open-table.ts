import type { TableFormat } from './format.js';
import { openDelimited } from './read-delimited.js';
import { openJsonLines } from './read-json-lines.js';
import { openWorkbook, sheetsOf } from './read-workbook.js';
import { rightKindOf } from './right-kind.js';
import { withRows } from './with-rows.js';
import {
  defaultLimits,
  type ByteSource,
  type Reading,
  type ReadOptions,
  type SheetInfo,
  type Table,
  type TableRow,
} from './table.js';

/**
 * Reads a table's header and gets ready for its rows, which are streamed. The file of a workbook is
 * held in memory as it is, packed, and therefore bounded. The source is let go of on errors, at the
 * rows' end or by `close()`.
 * @param source the file's bytes
 * @param options bounds, and what the file does not say itself
 * @throws EmptyTable, BadHeader, NoSuchHeaderRow, NotOfItsFormat; NoRows where `needRows` asks; of text NotUtf8, NotInEncoding, EncodingUnclear;
 * of a workbook WorkbookTooLarge, WorkbookNotReadable, NotAWorkbook, OldWorkbook,
 * WorkbookEncrypted, NoSuchSheet. What goes wrong inside one row is told in its `problems` instead,
 * and the rows after it go on. Those of encodings, WorkbookTooLarge and WorkbookNotReadable are also
 * thrown while the rows are read, since what comes after cannot be trusted.
 */
export async function openTable(
  source: ByteSource,
  format: TableFormat,
  options: ReadOptions = {},
): Promise<Table> {
  const reading = { ...defaultLimits, ...options };
  const table = await openAny(rightKindOf(source, format), format, reading);
  return options.needRows === true ? withRows(table) : table;
}

function openAny(source: ByteSource, format: TableFormat, reading: Reading): Promise<Table> {
  if (format === 'xlsx') return openWorkbook(source, reading);
  if (format === 'jsonl') return openJsonLines(source, reading);
  return openDelimited(source, format, reading);
}

/** The rows of a table, for those who need no header before them. See {@link openTable}. */
export async function* readRows(
  source: ByteSource,
  format: TableFormat,
  options: ReadOptions = {},
): AsyncGenerator<TableRow> {
  const table = await openTable(source, format, options);
  yield* table.rows;
}

/**
 * The sheets of an .xlsx workbook in their order, so that one can be chosen for {@link openTable}.
 * @throws as openTable does of a workbook
 */
export async function listSheets(
  source: ByteSource,
  options: ReadOptions = {},
): Promise<SheetInfo[]> {
  return sheetsOf(rightKindOf(source, 'xlsx'), { ...defaultLimits, ...options });
}
