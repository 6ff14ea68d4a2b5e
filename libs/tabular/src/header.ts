import type { Problem } from '@athar/diagnostics';
import { BadHeader } from './table-error.js';
import type { Reading } from './table.js';
import { cleanHeader } from './text-cell.js';

/** A table's column names, and what stands in the file above each column. */
export interface Header {
  columns: string[];
  headers: string[];
}

const unprintable = /[\u0000-\u001F\u007F\p{Surrogate}]/u;

/**
 * The column names of a header row; empty ones at its end are dropped. Line ends inside a name,
 * which spreadsheets wrap, become spaces.
 * @param placeOf what a column (from 1 on) is called whose name cannot be.
 * @throws BadHeader for names that are missing, doubled (unless `lenient`), too many or no text.
 */
export function headerOf(
  cells: readonly string[],
  reading: Reading,
  placeOf: (column: number) => string = (column) => `column ${column}`,
): Header {
  const headers = cells.map((cell) => cell.trim());
  const names = headers.map((header) => header.split('\n').map(cleanHeader).join(' ').trim());
  while (names.at(-1) === '') names.pop();
  if (names.length > reading.maxColumns) throw new BadHeader([tooMany(reading.maxColumns)]);
  const columns = reading.header === 'lenient' ? distinct(names) : names;
  const problems = columns.flatMap((name, index) => problemOf(name, index, columns, placeOf) ?? []);
  if (problems.length > 0) throw new BadHeader(problems);
  return { columns, headers: headers.slice(0, columns.length) };
}

/** Names the nameless by their place and numbers the doubled. */
function distinct(names: readonly string[]): string[] {
  const taken = new Set(names);
  const seen = new Set<string>();
  return names.map((name, index) => {
    if (name !== '' && !seen.has(name)) {
      seen.add(name);
      return name;
    }
    const stem = name === '' ? `column ${index + 1}` : name;
    let free = name === '' ? stem : `${stem} (2)`;
    for (let count = 3; taken.has(free); count++) free = `${stem} (${count})`;
    taken.add(free);
    return free;
  });
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
function problemOf(
  name: string,
  index: number,
  names: readonly string[],
  placeOf: (column: number) => string,
): Problem | undefined {
  const field = placeOf(index + 1);
  if (name === '') {
    return {
      field,
      code: 'empty-column-name',
      expected: 'a name in the row of the header',
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
    expected: `another name than that of ${placeOf(first + 1)}`,
    fix: 'Rename one of the two or remove it.',
  };
}
