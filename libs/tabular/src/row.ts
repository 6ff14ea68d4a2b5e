import { fits } from './record-assembler.js';
import type { RowProblem, TableLimits, TableRow } from './table.js';
import { cleanCell } from './text-cell.js';

/**
 * Makes a row of one record's cells, which stand in the order of the columns. Cells beyond the last
 * column are kept under their place.
 */
export function rowOf(
  line: number,
  cells: readonly string[],
  columns: readonly string[],
  limits: TableLimits,
): TableRow {
  const row: TableRow = { line, values: {}, problems: [] };
  const pairs = columns.map((column, index) => pairOf(row, column, cells[index] ?? '', limits));
  if (!fits(cells, columns.length)) {
    row.problems.push(wrongCount(line, cells, columns));
    cells.slice(columns.length, limits.maxColumns + 1).forEach((cell, index) => {
      const place = `column ${columns.length + index + 1}`;
      if (cell !== '') pairs.push(pairOf(row, place, cell, limits));
    });
  }
  row.values = Object.fromEntries(pairs);
  return row;
}

function pairOf(
  row: TableRow,
  column: string,
  cell: string,
  limits: TableLimits,
): [string, string] {
  const text = cleanCell(cell);
  const problem = problemOf(text, column, row.line, limits);
  if (problem) row.problems.push(problem);
  return [column, storable(text, limits)];
}

/** What can be kept of a cell with a problem: nothing of one that is too long. */
export function storable(text: string, limits: TableLimits): string {
  if (text.length > limits.maxCellLength) return '';
  return text.isWellFormed() && !text.includes('\0')
    ? text
    : text.replaceAll('\0', '').toWellFormed();
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
    const fix = 'Remove the NUL character; the file may be damaged.';
    return { field, row, code: 'nul-character', expected: 'text without NUL characters', fix };
  }
  if (!cell.isWellFormed()) {
    const fix = 'Write the text anew; a character of it was cut in two.';
    return { field, row, code: 'half-character', expected: 'text of whole characters', fix };
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
