import { createReadStream } from 'node:fs';
import { addAbortSignal, type Readable } from 'node:stream';
import { CodedError } from '@athar/diagnostics';
import { formatOf, openTable, type Table, type TableRow } from '@athar/tabular';
import type { Session } from '../session.js';
import { BadColumns, columnProblems, NoJsonLines, UnreadableList } from './input-error.js';
import { RowProblems, type CellProblem } from './row-problems.js';

export interface ListOptions<T> {
  /** Columns the list may have. */
  known: readonly string[];
  /** Columns it must have. */
  required: readonly string[];
  ignoreUnknown: boolean;
  /** Name each bad row, however many are bad for the same reason. */
  allErrors: boolean;
  toRecord: (
    values: Record<string, string>,
    line: number,
  ) => { record: T; problems: readonly CellProblem[] };
  /** Takes in each record as soon as it is read. */
  taken?: (record: T) => void;
}

export interface List<T> {
  records: T[];
  /** Rows left out; each was named on standard error. */
  badRows: number;
}

/** Standard input as a list. */
export const standardInput = '-';

/** What a list is called in what is said of it: as it was given, so that of two lists it is plain which. */
export function labelOf(path: string): string {
  return path === standardInput ? 'standard input' : path;
}

/**
 * Reads a whole list. A bad row is named by line and column on standard error and left out, a second
 * row with the same id too.
 * @param path a file, or `-` for JSON Lines on standard input
 * @throws BadColumns, and UnreadableList for what `openTable` throws
 */
export async function readList<T>(
  path: string,
  options: ListOptions<T>,
  session: Session,
): Promise<List<T>> {
  const label = labelOf(path);
  try {
    return await readLabelled(path, label, options, session);
  } catch (error) {
    const own = error instanceof CodedError && !(error instanceof BadColumns);
    throw own ? new UnreadableList(label, error) : error;
  }
}

async function readLabelled<T>(
  path: string,
  label: string,
  options: ListOptions<T>,
  session: Session,
): Promise<List<T>> {
  const table = await open(path, session);
  try {
    // No line was found whose keys could be the columns.
    if (table.format === 'jsonl' && table.columns.length === 0) throw new NoJsonLines();
    checkColumns(table, namedAs(table.columns, options.known), label, options);
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

/** Columns by the known names that they have but for capitals (ID, Name), the others as they are. */
function namedAs(columns: readonly string[], known: readonly string[]): string[] {
  const names: string[] = [];
  for (const column of columns) {
    const plain = column.trim().toLowerCase();
    const free = known.includes(plain) && !columns.includes(plain) && !names.includes(plain);
    names.push(free ? plain : column);
  }
  return names;
}

function withKnownNames(
  values: Record<string, string>,
  known: readonly string[],
): Record<string, string> {
  const columns = Object.keys(values);
  if (columns.every((column) => known.includes(column))) return values;
  const names = namedAs(columns, known);
  return Object.fromEntries(columns.map((column, at) => [names[at], values[column] ?? '']));
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
  const told = new RowProblems(label, session.output, options.allErrors);
  const lineOfId = new Map<string, number>();
  for await (const row of table.rows) {
    const values = withKnownNames(row.values, options.known);
    if (table.format === 'jsonl') {
      checkColumns(table, Object.keys(values), `${label}, line ${row.line},`, options);
    }
    const { record, problems } = usable({ ...row, values }, options, lineOfId);
    if (record === undefined) {
      list.badRows++;
    } else {
      list.records.push(record);
      options.taken?.(record);
    }
    for (const problem of problems) told.add(row.line, problem);
  }
  told.end();
  return list;
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
  const { record, problems } = options.toRecord(row.values, row.line);
  return problems.length > 0 ? { problems } : { record, problems };
}

function problemOfId(id: string, earlierLine: number | undefined): CellProblem | undefined {
  if (id === '') return { column: 'id', code: 'missing-id', expected: 'an id' };
  if (earlierLine === undefined) return undefined;
  const expected = `an id of its own; line ${earlierLine} has the same`;
  return { column: 'id', code: 'duplicate-id', expected };
}
