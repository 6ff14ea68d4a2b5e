import { createReadStream } from 'node:fs';
import { basename } from 'node:path';
import { addAbortSignal, type Readable } from 'node:stream';
import { formatOf, openTable, type Table, type TableRow } from '@athar/tabular';
import type { Session } from '../session.js';
import { BadColumns, columnProblems } from './input-error.js';

/** What is wrong with one cell. */
export interface CellProblem {
  column: string;
  code: string;
  expected: string;
}

export interface ListOptions<T> {
  /** Columns the list may have. */
  known: readonly string[];
  /** Columns it must have. */
  required: readonly string[];
  ignoreUnknown: boolean;
  toRecord: (values: Record<string, string>) => { record: T; problems: readonly CellProblem[] };
}

export interface List<T> {
  records: T[];
  /** Rows left out; each was named on standard error. */
  badRows: number;
}

/** Standard input as a list. */
export const standardInput = '-';

/**
 * Reads a whole list. A bad row is named by line and column on standard error and left out, a second
 * row with the same id too.
 * @param path a file, or `-` for JSON Lines on standard input
 * @throws BadColumns, and what `openTable` throws
 */
export async function readList<T>(
  path: string,
  options: ListOptions<T>,
  session: Session,
): Promise<List<T>> {
  const label = path === standardInput ? 'standard input' : basename(path);
  const table = await open(path, session);
  try {
    checkColumns(table, table.columns, label, options);
    return await readRecords(table, label, options, session);
  } finally {
    await table.close();
  }
}

/** More than a server allows: the analyst's own file on the analyst's own machine. */
const maxWorkbookBytes = 200 * 1024 * 1024;

async function open(path: string, session: Session): Promise<Table> {
  if (path === standardInput) return openTable(stoppable(session.stdin, session), 'jsonl');
  const format = formatOf(path);
  return openTable(stoppable(createReadStream(path), session), format, { maxWorkbookBytes });
}

function stoppable(stream: Readable, session: Session): Readable {
  return addAbortSignal(session.signal, stream);
}

function checkColumns<T>(
  table: Table,
  columns: readonly string[],
  label: string,
  options: ListOptions<T>,
): void {
  // Each line of JSON Lines has columns of its own, so what is missing there is told by its row.
  const required = table.format === 'jsonl' ? [] : options.required;
  const problems = columnProblems(columns, options.known, required).filter(
    (problem) => !options.ignoreUnknown || problem.code !== 'unknown-column',
  );
  if (problems.length > 0) throw new BadColumns(label, problems);
}

async function readRecords<T>(
  table: Table,
  label: string,
  options: ListOptions<T>,
  session: Session,
): Promise<List<T>> {
  const list: List<T> = { records: [], badRows: 0 };
  const lineOfId = new Map<string, number>();
  for await (const row of table.rows) {
    if (table.format === 'jsonl') checkColumns(table, Object.keys(row.values), label, options);
    const { record, problems } = usable(row, options, lineOfId);
    if (record !== undefined) list.records.push(record);
    else list.badRows++;
    for (const { column, expected } of problems) {
      session.output.note(`${label}: line ${row.line}, ${placeOf(column)}: expected ${expected}`);
    }
  }
  return list;
}

/** Places without a column name come as `column 7` or `line`. */
function placeOf(column: string): string {
  return /^(column \d+|line)$/.test(column) ? column : `column ${column}`;
}

/** The row's record, or what makes it a bad row. */
function usable<T>(
  row: TableRow,
  options: ListOptions<T>,
  lineOfId: Map<string, number>,
): { record?: T; problems: readonly CellProblem[] } {
  if (row.problems.length > 0) {
    const problems = row.problems.map(({ field, code, expected, fix }) => ({
      column: field,
      code,
      expected: `${expected}. ${fix}`,
    }));
    return { problems };
  }
  const id = row.values.id ?? '';
  const idProblem = problemOfId(id, lineOfId.get(id));
  if (idProblem) return { problems: [idProblem] };
  lineOfId.set(id, row.line);
  const { record, problems } = options.toRecord(row.values);
  return problems.length > 0 ? { problems } : { record, problems };
}

function problemOfId(id: string, earlierLine: number | undefined): CellProblem | undefined {
  if (id === '') return { column: 'id', code: 'missing-id', expected: 'an id' };
  if (earlierLine === undefined) return undefined;
  const expected = `an id of its own; line ${earlierLine} has the same`;
  return { column: 'id', code: 'duplicate-id', expected };
}
