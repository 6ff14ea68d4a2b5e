import type { Problem } from '@athar/diagnostics';

/** A row of a file by column, with its line in the file. */
export interface FileRow<Column extends string> {
  readonly line: number;
  readonly cells: Readonly<Record<Column, string>>;
}

export interface FileTable<Column extends string> {
  readonly rows: readonly FileRow<Column>[];
  readonly problems: readonly Problem[];
}

/** Lines of one file that are read; a country has fewer places. */
const MOST_LINES = 200_000;

/**
 * Reads tab-separated text: one header line, no quoting, columns in any order, others passed over.
 *
 * @returns no rows but problems where the header lacks a column
 */
export function readTable<Column extends string>(
  text: string,
  columns: readonly Column[],
): FileTable<Column> {
  const [header = '', ...lines] = text.replace(/^\uFEFF/u, '').split(/\r?\n/u, MOST_LINES);
  const names = header.split('\t').map((name) => name.trim());
  const missing = columns.filter((column) => !names.includes(column));
  if (missing.length > 0) return { rows: [], problems: missing.map(lacking) };
  const places = columns.map((column): [Column, number] => [column, names.indexOf(column)]);
  const rows = lines.flatMap((line, at) => {
    if (line.trim() === '') return [];
    const cells = line.split('\t');
    const read = places.map(([column, place]) => [column, (cells[place] ?? '').trim()]);
    return [{ line: at + 2, cells: Object.fromEntries(read) as Record<Column, string> }];
  });
  return { rows, problems: [] };
}

function lacking(column: string): Problem {
  return {
    field: column,
    code: 'column-missing',
    expected: `a column "${column}" in a tab-separated file`,
    fix: 'Give the file as it was published, with its header line.',
    row: 1,
  };
}
