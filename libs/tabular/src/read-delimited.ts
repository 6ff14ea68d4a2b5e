import { DecodedBytes } from './decode.js';
import { headerOf } from './header.js';
import { readLines, type Line } from './lines.js';
import { RecordAssembler, type RecordFlaw, type TextRecord } from './record-assembler.js';
import { rowOf } from './row.js';
import { BadHeader, EmptyTable, NoSuchHeaderRow } from './table-error.js';
import type { ByteSource, Reading, RowProblem, Table, TableLimits, TableRow } from './table.js';
import { unguarded } from './text-cell.js';

/**
 * Opens comma- or tab-separated text. Where the header of a `csv` has no comma outside quotes it is
 * read with semicolons or tabs if it has those, as spreadsheets write it in many locales; a first
 * line `sep=;` of theirs is followed.
 */
export async function openDelimited(
  source: ByteSource,
  format: 'csv' | 'tsv',
  reading: Reading,
): Promise<Table> {
  const bytes = new DecodedBytes(source, reading.encoding);
  const batches = readRecords(bytes, format, reading);
  let first = await batches.next();
  while (!first.done && first.value.records.length === 0) first = await batches.next();
  if (first.done) throw noHeader(reading);
  const { assembler, records } = first.value;
  const [top, ...rest] = records;
  if (top === undefined || top.line !== (reading.headerRow ?? top.line)) throw noHeader(reading);
  if (top.flaw !== undefined) throw new BadHeader([problemOfFlaw(top.line, top.flaw, [])]);
  const { columns, headers } = headerOf(top.fields.map(unguarded), reading);
  assembler.expectWidth(columns.length);
  return {
    format,
    columns,
    headers,
    headerRow: top.line,
    get encoding() {
      return bytes.encoding;
    },
    rows: rowsOf(rest, batches, columns, reading),
    close: async () => void (await batches.return(undefined)),
  };
}

function noHeader({ headerRow }: Reading): Error {
  return headerRow === undefined ? new EmptyTable() : new NoSuchHeaderRow(headerRow);
}

type Flaw = NonNullable<TextRecord['flaw']>;

interface Batch {
  assembler: RecordAssembler;
  records: TextRecord[];
}

async function* readRecords(
  source: ByteSource,
  format: 'csv' | 'tsv',
  { maxRowBytes, headerRow = 1 }: Reading,
): AsyncGenerator<Batch, undefined> {
  let assembler: RecordAssembler | undefined;
  let separator: string | undefined = format === 'tsv' ? '\t' : undefined;
  let headerGiven = false;
  for await (const batch of readLines(source, maxRowBytes)) {
    let lines = batch;
    if (assembler === undefined) {
      const told = separatorTold(lines[0]);
      separator = told ?? separator;
      lines = lines.filter((line) => line.number >= (told && headerRow === 1 ? 2 : headerRow));
      const header = lines.find((line) => line.tooLong || line.text.trim() !== '');
      if (header === undefined) continue;
      assembler = new RecordAssembler(separator ?? separatorOf(header.text), maxRowBytes);
    }
    if (!headerGiven) {
      const records = assembler.takeFirst(lines);
      headerGiven = records.length > 0;
      yield { assembler, records };
      lines = [];
    }
    if (headerGiven) yield { assembler, records: assembler.take(lines) };
  }
  if (assembler) yield { assembler, records: assembler.end() };
  return undefined;
}

/** A first line that tells spreadsheets what stands between the cells. */
function separatorTold(line: Line | undefined): string | undefined {
  return line?.number === 1 ? /^sep=([,;\t|])$/i.exec(line.text)?.[1] : undefined;
}

function separatorOf(header: string): string {
  const unquoted = header.replace(/"[^"]*"/g, '');
  return [',', ';', '\t'].find((separator) => unquoted.includes(separator)) ?? ',';
}

async function* rowsOf(
  first: readonly TextRecord[],
  batches: AsyncGenerator<Batch, undefined>,
  columns: readonly string[],
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  const toRows = (records: readonly TextRecord[]): TableRow[] =>
    records
      .filter((record) => record.flaw !== undefined || !isBlank(record))
      .map((record) => toRow(record, columns, limits));
  yield* toRows(first);
  for await (const { records } of batches) yield* toRows(records);
}

/** Spreadsheets leave rows of nothing but separators below the last one. */
function isBlank(record: TextRecord): boolean {
  return record.fields.every((field) => field.trim() === '');
}

function toRow(record: TextRecord, columns: readonly string[], limits: TableLimits): TableRow {
  const cells = record.fields.map((cell) => unguarded(cell.trim()));
  const row = rowOf(record.line, cells, columns, limits);
  if (record.flaw === undefined) return row;
  return { ...row, problems: [problemOfFlaw(record.line, record.flaw, columns)] };
}

function problemOfFlaw(row: number, flaw: Flaw, columns: readonly string[]): RowProblem {
  const field = columns[flaw.field] ?? `column ${flaw.field + 1}`;
  return { field, row, code: flaw.code, ...flaws[flaw.code] };
}

const flaws: Readonly<Record<RecordFlaw, { expected: string; fix: string }>> = {
  'row-too-long': {
    expected: 'a row of ordinary length',
    fix: 'Look for a missing line end or a damaged file.',
  },
  'unclosed-quote': {
    expected: 'a closing double quote',
    fix: 'Close the quote, or double it where it is part of the text.',
  },
  'text-after-quote': {
    expected: 'a separator or the end of the line after the closing double quote',
    fix: 'Double each quote that is part of the text.',
  },
};
