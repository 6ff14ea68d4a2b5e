import type { Problem } from '@athar/diagnostics';
import { BadHeader } from './table-error.js';
import type { TableLimits } from './table.js';

const unprintable = /[\u0000-\u001F\u007F]/;

/**
 * The column names of a header row, trimmed; empty ones at its end are dropped.
 * @throws BadHeader for names that are missing, doubled, too many or no text.
 */
export function columnsOf(cells: readonly string[], limits: TableLimits): string[] {
  const names = cells.map((cell) => cell.trim());
  while (names.at(-1) === '') names.pop();
  if (names.length > limits.maxColumns) throw new BadHeader([tooMany(limits.maxColumns)]);
  const problems = names.flatMap((name, index) => problemOf(name, index, names) ?? []);
  if (problems.length > 0) throw new BadHeader(problems);
  return names;
}

function tooMany(max: number): Problem {
  return {
    field: 'header',
    code: 'too-many-columns',
    expected: `at most ${max} columns`,
    fix: 'Remove the columns that are not needed.',
    row: 1,
  };
}

/** Columns are named by their place: the first row of a file without header holds values. */
function problemOf(name: string, index: number, names: readonly string[]): Problem | undefined {
  const field = `column ${index + 1}`;
  if (name === '') {
    return {
      field,
      code: 'empty-column-name',
      expected: 'a name in the first row',
      fix: 'Name the column or remove it.',
    };
  }
  if (unprintable.test(name)) {
    return {
      field,
      code: 'bad-column-name',
      expected: 'a name without control characters',
      fix: 'Save the file as UTF-8 with ordinary line ends.',
    };
  }
  const first = names.indexOf(name);
  if (first === index) return undefined;
  return {
    field,
    code: 'duplicate-column',
    expected: `another name than that of column ${first + 1}`,
    fix: 'Rename one of the two or remove it.',
  };
}
