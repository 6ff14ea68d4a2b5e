import { fits } from './record-assembler.js';
import type { RowProblem, TableLimits, TableRow } from './table.js';

/** Makes a row of one record's cells, which stand in the order of the columns. */
export function rowOf(
  line: number,
  cells: readonly string[],
  columns: readonly string[],
  limits: TableLimits,
): TableRow {
  const problems: RowProblem[] = [];
  const pairs = columns.map((column, index): [string, string] => {
    const cell = (cells[index] ?? '').trim();
    const problem = problemOf(cell, column, line, limits);
    if (problem) problems.push(problem);
    return [column, problem ? '' : cell];
  });
  if (!fits(cells, columns.length)) problems.push(wrongCount(line, cells, columns));
  return { line, values: Object.fromEntries(pairs), problems };
}

/** What is wrong with a cell's text, whatever the column. */
export function problemOf(
  cell: string,
  field: string,
  row: number,
  limits: TableLimits,
): RowProblem | undefined {
  if (cell.length > limits.maxCellLength) {
    const expected = `at most ${limits.maxCellLength} characters`;
    return { field, row, code: 'cell-too-long', expected, fix: 'Shorten the text.' };
  }
  if (cell.includes('\0')) {
    const fix = 'Remove the NUL character; the file may be damaged or not be UTF-8.';
    return { field, row, code: 'nul-character', expected: 'text without NUL characters', fix };
  }
  return undefined;
}

function wrongCount(row: number, cells: readonly string[], columns: readonly string[]): RowProblem {
  const expected = `${columns.length} cells, found ${cells.length}`;
  if (cells.length > columns.length) {
    const field = `column ${columns.length + 1}`;
    const fix = 'Put cells that contain the separator in double quotes.';
    return { field, row, code: 'too-many-cells', expected, fix };
  }
  const field = columns[cells.length] ?? `column ${cells.length + 1}`;
  const fix = 'Add the missing cells, empty ones too.';
  return { field, row, code: 'too-few-cells', expected, fix };
}
