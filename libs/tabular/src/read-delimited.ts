import { columnsOf } from './header.js';
import { readLines } from './lines.js';
import { RecordAssembler, type RecordFlaw, type TextRecord } from './record-assembler.js';
import { rowOf } from './row.js';
import { BadHeader, EmptyTable } from './table-error.js';
import type { ByteSource, RowProblem, Table, TableLimits, TableRow } from './table.js';

/**
 * Opens comma- or tab-separated text. Where the header of a `csv` has semicolons and no comma it is
 * read with semicolons, as spreadsheets write it in many locales.
 */
export async function openDelimited(
  source: ByteSource,
  format: 'csv' | 'tsv',
  limits: TableLimits,
): Promise<Table> {
  const batches = readRecords(source, format, limits);
  let first = await batches.next();
  while (!first.done && first.value.records.length === 0) first = await batches.next();
  if (first.done) throw new EmptyTable();
  const { assembler, records } = first.value;
  const [header, ...rest] = records;
  if (header?.flaw !== undefined)
    throw new BadHeader([problemOfFlaw(header.line, header.flaw, [])]);
  const columns = columnsOf(header?.fields ?? [], limits);
  assembler.expectWidth(columns.length);
  return {
    format,
    columns,
    rows: rowsOf(rest, batches, columns, limits),
    close: async () => void (await batches.return(undefined)),
  };
}

type Flaw = NonNullable<TextRecord['flaw']>;

interface Batch {
  assembler: RecordAssembler;
  records: TextRecord[];
}

async function* readRecords(
  source: ByteSource,
  format: 'csv' | 'tsv',
  limits: TableLimits,
): AsyncGenerator<Batch, undefined> {
  let assembler: RecordAssembler | undefined;
  for await (const lines of readLines(source, limits.maxRowBytes)) {
    const header = lines.find((line) => line.tooLong || line.text.trim() !== '');
    if (header === undefined && assembler === undefined) continue;
    const delimiter = format === 'tsv' ? '\t' : delimiterOf(header?.text ?? '');
    assembler ??= new RecordAssembler(delimiter, limits.maxRowBytes);
    yield { assembler, records: assembler.take(lines) };
  }
  if (assembler) yield { assembler, records: assembler.end() };
  return undefined;
}

function delimiterOf(header: string): string {
  return header.includes(';') && !header.includes(',') ? ';' : ',';
}

async function* rowsOf(
  first: readonly TextRecord[],
  batches: AsyncGenerator<Batch, undefined>,
  columns: readonly string[],
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  for (const record of first) yield toRow(record, columns, limits);
  for await (const { records } of batches) {
    for (const record of records) {
      if (record.flaw !== undefined || !isBlank(record)) yield toRow(record, columns, limits);
    }
  }
}

/** Spreadsheets leave rows of nothing but separators below the last one. */
function isBlank(record: TextRecord): boolean {
  return record.fields.every((field) => field.trim() === '');
}

function toRow(record: TextRecord, columns: readonly string[], limits: TableLimits): TableRow {
  if (record.flaw === undefined) return rowOf(record.line, record.fields, columns, limits);
  const problems = [problemOfFlaw(record.line, record.flaw, columns)];
  return { line: record.line, values: {}, problems };
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
