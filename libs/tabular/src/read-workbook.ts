import { readSheet } from 'read-excel-file/universal';
import { columnsOf } from './header.js';
import { rowOf } from './row.js';
import { EmptyTable, WorkbookNotReadable, WorkbookTooLarge } from './table-error.js';
import type { ByteSource, Table, TableLimits, TableRow } from './table.js';
import { guardWorkbook } from './workbook-guard.js';

/**
 * Opens the first sheet of an .xlsx workbook, in memory. The first row that is not empty is the
 * header. Dates become ISO 8601 text, numbers the digits a spreadsheet shows.
 */
export async function openWorkbook(source: ByteSource, limits: TableLimits): Promise<Table> {
  const bytes = await collect(source, limits.maxWorkbookBytes);
  if (bytes.length === 0) throw new EmptyTable();
  guardWorkbook(bytes, limits);
  const sheet = await readFirstSheet(bytes);
  const start = sheet.findIndex((row) => !isBlank(row));
  if (start < 0) throw new EmptyTable();
  const columns = columnsOf((sheet[start] ?? []).map(textOf), limits);
  return {
    format: 'xlsx',
    columns,
    rows: rowsOf(sheet, start + 1, columns, limits),
    close: () => Promise.resolve(),
  };
}

/** Cells are texts, booleans, dates at UTC and, by `numberText`, numbers as text; null is empty. */
type SheetRow = readonly unknown[];

async function collect(source: ByteSource, maxBytes: number): Promise<Buffer> {
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of source) {
    bytes += chunk.length;
    if (bytes > maxBytes) {
      throw new WorkbookTooLarge(`it has more than ${Math.floor(maxBytes / 1024 / 1024)} MB`);
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

async function readFirstSheet(bytes: Buffer): Promise<SheetRow[]> {
  try {
    // Read by the archive's directory, as the guard does; the stream reader goes by local headers.
    return await readSheet(new Blob([new Uint8Array(bytes)]), 1, {
      trim: false,
      parseNumber: numberText,
    });
  } catch (error) {
    throw new WorkbookNotReadable(error);
  }
}

async function* rowsOf(
  sheet: readonly SheetRow[],
  start: number,
  columns: readonly string[],
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  for (let index = start; index < sheet.length; index++) {
    const row = sheet[index] ?? [];
    if (isBlank(row)) continue;
    const cells = columns.map((_, column) => textOf(row[column]));
    const extra = row.slice(columns.length).map(textOf);
    yield rowOf(index + 1, [...cells, ...extra], columns, limits);
  }
}

function isBlank(row: SheetRow): boolean {
  return row.every((cell) => textOf(cell).trim() === '');
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return dateText(cell);
  return String(cell);
}

/** Spreadsheets keep 15 digits; what comes after is binary noise (0.1 + 0.2). */
function numberText(digits: string): string {
  const number = Number(digits);
  return Number.isFinite(number) ? String(Number(number.toPrecision(15))) : digits;
}

function dateText(date: Date): string {
  if (Number.isNaN(date.getTime())) return '';
  const text = date.toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 19);
}
