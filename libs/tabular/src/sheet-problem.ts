import type { CellFlaw } from './cell-text.js';
import type { RowProblem } from './table.js';

/** A cell of a workbook that cannot be used, told as a problem of its row. */
export function flawProblem(flaw: CellFlaw, field: string, row: number): RowProblem {
  return { field, row, code: flaw, ...flaws[flaw] };
}

export function rowTooLong(row: number): RowProblem {
  const expected = 'a row of ordinary length';
  return { field: 'row', row, code: 'row-too-long', expected, fix: 'Shorten its texts.' };
}

const flaws: Readonly<Record<CellFlaw, { expected: string; fix: string }>> = {
  'formula-error': {
    expected: 'a value; the formula of the cell gives an error',
    fix: 'Correct the formula or write the value itself.',
  },
  'formula-without-value': {
    expected: 'a value; the formula of the cell was never calculated',
    fix: 'Open the workbook in a spreadsheet and save it again, or write the value itself.',
  },
  'number-not-exact': {
    expected: 'a number of at most 15 digits',
    fix: 'Format the column as text and write the number anew: digits of it were lost.',
  },
  'bad-date': {
    expected: 'a date from 1900 to 9999',
    fix: 'Write the date as text, as in 2013-05-06.',
  },
  'damaged-cell': {
    expected: 'a value that can be read',
    fix: 'Write the cell anew and save the workbook again.',
  },
};
