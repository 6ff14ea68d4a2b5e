import { DecodedBytes } from './decode.js';
import { readLines, type Line } from './lines.js';
import { problemOf, storable } from './row.js';
import { EmptyTable } from './table-error.js';
import type { ByteSource, Reading, RowProblem, Table, TableLimits, TableRow } from './table.js';
import { cleanCell, cleanHeader } from './text-cell.js';

/**
 * Opens JSON Lines: one object a line, its keys the columns. Values are texts, numbers, booleans,
 * nulls and lists of those, which are joined with `;`. Columns may differ from line to line.
 */
export async function openJsonLines(source: ByteSource, limits: Reading): Promise<Table> {
  const bytes = new DecodedBytes(source, limits.encoding);
  const batches = readLines(bytes, limits.maxRowBytes);
  const first: TableRow[] = [];
  while (!first.some(isGood)) {
    const batch = await batches.next();
    if (batch.done) break;
    first.push(...rowsIn(batch.value, limits));
  }
  if (first.length === 0)
    throw new EmptyTable('each line must be a JSON object, its keys the columns');
  const columns = Object.keys(first.find(isGood)?.values ?? {});
  return {
    format: 'jsonl',
    columns,
    headers: columns,
    get encoding() {
      return bytes.encoding;
    },
    rows: rowsOf(first, batches, limits),
    close: async () => void (await batches.return(undefined)),
  };
}

function isGood(row: TableRow): boolean {
  return row.problems.length === 0;
}

async function* rowsOf(
  first: readonly TableRow[],
  batches: AsyncGenerator<Line[]>,
  limits: TableLimits,
): AsyncGenerator<TableRow> {
  yield* first;
  for await (const lines of batches) yield* rowsIn(lines, limits);
}

function* rowsIn(lines: readonly Line[], limits: TableLimits): Generator<TableRow> {
  for (const line of lines) {
    if (line.tooLong || line.text.trim() !== '') yield rowOfLine(line, limits);
  }
}

function rowOfLine(line: Line, limits: TableLimits): TableRow {
  const row: TableRow = { line: line.number, values: {}, problems: [] };
  const object = line.tooLong ? undefined : parse(line.text);
  if (object === undefined) {
    row.problems.push(notAnObject(line));
    return row;
  }
  const entries = Object.entries(object);
  if (entries.length > limits.maxColumns) row.problems.push(tooMany(line.number, limits));
  const values = new Map<string, string>();
  for (const [key, value] of entries.slice(0, limits.maxColumns)) {
    const column = cleanHeader(key);
    const found = textOf(value);
    const text = typeof found === 'string' ? cleanCell(found) : '';
    const problem =
      typeof found === 'string'
        ? problemOf(text, column, line.number, limits)
        : { field: column, row: line.number, ...found };
    if (problem) row.problems.push(problem);
    const flaw = keyFlaw(column, values);
    if (flaw) row.problems.push({ field: 'line', row: line.number, ...flaw });
    else values.set(column, storable(text, limits));
  }
  row.values = Object.fromEntries(values);
  return row;
}

/** What is wrong with a key: the database stores neither NUL nor half characters. */
function keyFlaw(column: string, before: ReadonlyMap<string, string>): Refusal | undefined {
  if (before.has(column)) return doubledKey;
  return column.includes('\0') || !column.isWellFormed() ? badKey : undefined;
}

function parse(text: string): object | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

type Refusal = Pick<RowProblem, 'code' | 'expected' | 'fix'>;

function textOf(value: unknown): string | Refusal {
  if (Array.isArray(value)) return listOf(value);
  if (value === null) return '';
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return String(value);
  if (typeof value !== 'number') return notScalar;
  // Beyond this, reading has already changed the digits: 12345678901234567890 ends in ...8000.
  const exact = !Number.isInteger(value) || Number.isSafeInteger(value);
  return exact ? String(value) : notExact;
}

function listOf(items: readonly unknown[]): string | Refusal {
  const texts: string[] = [];
  for (const item of items) {
    if (Array.isArray(item)) return notScalar;
    const text = textOf(item);
    if (typeof text !== 'string') return text;
    if (text.includes(';')) return separatorInList;
    texts.push(text);
  }
  return texts.join(';');
}

const notScalar: Refusal = {
  code: 'not-a-cell',
  expected: 'text, a number, true, false, null or a list of these',
  fix: 'Write nested values as columns of their own.',
};

const notExact: Refusal = {
  code: 'number-not-exact',
  expected: 'a number of at most 15 digits',
  fix: 'Write the number in double quotes.',
};

const separatorInList: Refusal = {
  code: 'separator-in-list',
  expected: 'list items without ";"',
  fix: 'Replace the semicolon inside the item.',
};

const doubledKey: Refusal = {
  code: 'duplicate-column',
  expected: 'each key once',
  fix: 'Rename one of the two or remove it.',
};

const badKey: Refusal = {
  code: 'bad-column-name',
  expected: 'keys of whole characters without NUL',
  fix: 'Name the key anew.',
};

function notAnObject(line: Line): RowProblem {
  return {
    field: 'line',
    row: line.number,
    code: line.tooLong ? 'row-too-long' : 'not-a-json-object',
    expected: 'one JSON object on the line',
    fix: 'Write one object a line, without a comma after it.',
  };
}

function tooMany(row: number, limits: TableLimits): RowProblem {
  return {
    field: 'line',
    row,
    code: 'too-many-columns',
    expected: `at most ${limits.maxColumns} columns`,
    fix: 'Remove the columns that are not needed.',
  };
}
