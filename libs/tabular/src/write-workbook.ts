import writeExcelFile, { type Cell } from 'write-excel-file/node';
import type { OutputColumn, OutputRow } from './column.js';
import { WorkbookTooLarge } from './table-error.js';

type Rows = Iterable<OutputRow> | AsyncIterable<OutputRow>;

/** Rows of a sheet below the header; a sheet ends at 1,048,576. */
const maxRows = 1_048_575;

/** The bytes of a workbook with one sheet; held in memory. */
export async function workbookOf(columns: readonly OutputColumn[], rows: Rows): Promise<Buffer> {
  const data: Cell[][] = [columns.map((column) => textCell(column.name))];
  for await (const row of rows) {
    if (data.length > maxRows) throw new WorkbookTooLarge(`more than ${maxRows} rows`);
    data.push(columns.map((column) => cellOf(row, column)));
  }
  return writeExcelFile(data).toBuffer();
}

function cellOf(row: OutputRow, column: OutputColumn): Cell {
  const value = row[column.name] ?? null;
  if (value === null || value === '') return null;
  if (typeof value === 'string') return textCell(value);
  const format = column.decimals ? `0.${'0'.repeat(column.decimals)}` : '0';
  const rounded = column.decimals === undefined ? value : Number(value.toFixed(column.decimals));
  return column.decimals === undefined
    ? { value: rounded, type: Number }
    : { value: rounded, type: Number, format };
}

/** Typed as text, so that no reader takes it for a formula, a number or a date. */
function textCell(value: string): Cell {
  return { value, type: String };
}
