import { headerOf } from './header.js';
import { rowOf } from './row.js';
import {
  hasGaps,
  joinHeader,
  proposeHeader,
  sampleRows,
  type SheetHeader,
} from './sheet-header.js';
import { columnLetters } from './sheet-place.js';
import { flawProblem, rowTooLong } from './sheet-problem.js';
import type { SheetRow } from './sheet-parser.js';
import type { ByteSource, Reading, SheetInfo, Table, TableRow } from './table.js';
import { EmptyTable, NoSuchHeaderRow } from './table-error.js';
import { openFile, WorkbookFile } from './workbook-file.js';

/** See listSheets of the room's door. */
export async function sheetsOf(source: ByteSource, reading: Reading): Promise<SheetInfo[]> {
  return (await openFile(source, reading)).sheets();
}

/**
 * Opens a sheet of an .xlsx workbook. Its rows are read as they are asked for; the packed file and
 * the texts that its cells share are held.
 */
export async function openWorkbook(source: ByteSource, reading: Reading): Promise<Table> {
  const file = await openFile(source, reading);
  const sheet = file.find(reading.sheet);
  const rows = file.rows(sheet);
  const sample = await sampleOf(rows, reading.headerRow);
  const { last, cells } = await headerIn(sample, file, sheet.part, reading);
  const headerRow = sample[last]?.number ?? 1;
  const named = withSpacers(cells, sample.slice(last + 1));
  const place = (column: number) => `${columnLetters(column)}${headerRow}`;
  const { columns, headers } = headerOf(named, reading, place);
  return {
    format: 'xlsx',
    columns,
    headers,
    headerRow,
    sheet: sheet.name,
    sheets: await file.sheets(),
    rows: tableRows(sample.slice(last + 1), rows, columns, reading),
    close: async () => void (await rows.return(undefined)),
  };
}

/**
 * Names columns by their place that are there for looks: without a name, and without a text in the first
 * rows. Should a later row have one there, it stands under that name, as cells beyond the header do.
 */
function withSpacers(cells: readonly string[], below: readonly SheetRow[]): string[] {
  const last = cells.findLastIndex((cell) => cell.trim() !== '');
  return cells.map((cell, at) => {
    const isSpacer = at < last && below.every((row) => (row.cells[at] ?? '').trim() === '');
    return cell.trim() === '' && isSpacer ? `column ${at + 1}` : cell;
  });
}

/** The first rows of a sheet, or those from two above the named header on. */
async function sampleOf(
  rows: AsyncGenerator<SheetRow>,
  headerRow: number | undefined,
): Promise<SheetRow[]> {
  const sample: SheetRow[] = [];
  while (sample.length < sampleRows) {
    const { value, done } = await rows.next();
    if (done) break;
    if (value.number >= (headerRow ?? 1) - 2) sample.push(value);
  }
  return sample;
}

async function headerIn(
  sample: readonly SheetRow[],
  file: WorkbookFile,
  part: string,
  { headerRow }: Reading,
): Promise<SheetHeader> {
  if (sample.length === 0 && headerRow === undefined) throw new EmptyTable();
  const named = sample.findIndex((row) => row.number === headerRow);
  if (headerRow !== undefined && named < 0) throw new NoSuchHeaderRow(headerRow);
  const at = named < 0 ? proposeHeader(sample) : named;
  // Merges stand behind the rows: the sheet is read for them only where they may say something.
  const asked = sample.slice(Math.max(0, at - 1), at + 1).some((row) => hasGaps(row, sample));
  return joinHeader(sample, at, asked ? await file.merges(part) : []);
}

async function* tableRows(
  first: readonly SheetRow[],
  rest: AsyncGenerator<SheetRow>,
  columns: readonly string[],
  reading: Reading,
): AsyncGenerator<TableRow> {
  try {
    for (const row of first) yield toRow(row, columns, reading);
    for await (const row of rest) yield toRow(row, columns, reading);
  } finally {
    await rest.return(undefined);
  }
}

function toRow(sheetRow: SheetRow, columns: readonly string[], reading: Reading): TableRow {
  const { number, cells, flaws, tooLong } = sheetRow;
  if (tooLong) return { line: number, values: {}, problems: [rowTooLong(number)] };
  // A sheet has no rows that are too short: what is not written is empty.
  while (cells.length < columns.length) cells.push('');
  const row = rowOf(number, cells, columns, reading);
  for (const [column, flaw] of flaws) {
    row.problems.push(flawProblem(flaw, columns[column] ?? `column ${column + 1}`, number));
  }
  return row;
}
