import { isEdtfDate } from '@athar/dates';
import type { Problem } from '@athar/diagnostics';
import { foldDigits, foldWord, type TargetRow } from '@athar/imports';
import type { RegistryColumn } from '../columns.js';
import type { RowCode } from './row-reasons.js';
import type { WordList } from './word-list.js';

const mostItems = 50;

/** Reads the cells of one row and gathers what is wrong with them; never repeats a value. */
export class Cells {
  readonly problems: Problem[] = [];

  constructor(private readonly row: TargetRow) {}

  /** The text as written; undefined where empty. @param most characters. */
  text(column: RegistryColumn, most = 200): string | undefined {
    const text = this.row.get(column)?.text.trim();
    if (text === undefined || text === '') return undefined;
    if (text.length <= most) return text;
    return this.refuse(column, 'too-long', `at most ${most} characters`, 'Shorten the text.');
  }

  /** Items between semicolons. */
  list(column: RegistryColumn, mostEach = 200): string[] | undefined {
    const items = this.text(column, mostItems * mostEach)
      ?.split(/[;؛]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
    if (items === undefined || items.length === 0) return undefined;
    if (items.length <= mostItems && items.every((item) => item.length <= mostEach)) return items;
    const expected = `at most ${mostItems} items of at most ${mostEach} characters`;
    return this.refuse(column, 'list-too-long', expected, 'Shorten the list.');
  }

  /** EDTF dates with their digits folded; the time of day that a workbook adds is left out. */
  dates(column: RegistryColumn): string[] | undefined {
    const dates = this.list(column, 60)?.map(toDate);
    if (dates === undefined || dates.every(isEdtfDate)) return dates;
    return this.refuse(
      column,
      'bad-date',
      'an EDTF date such as 1987, 1987-05, 1987-05-02, 1987~ or 2013-11/..',
      'Write year, month and day in this order, as far as they are known.',
    );
  }

  date(column: RegistryColumn): string | undefined {
    const dates = this.dates(column);
    if (dates === undefined || dates.length === 1) return dates?.[0];
    return this.refuse(column, 'bad-date', 'one date', 'Keep the likeliest, or write a range a/b.');
  }

  /** A word of a closed list. */
  word<Meaning extends string>(
    column: RegistryColumn,
    words: WordList<Meaning>,
  ): Meaning | undefined {
    const text = this.text(column);
    const meaning = text === undefined ? undefined : words.get(foldWord(text));
    if (text === undefined || meaning !== undefined) return meaning;
    const expected = `one of: ${[...new Set(words.values())].join(', ')}`;
    return this.refuse(column, 'unknown-word', expected, 'Use one of these words.');
  }

  /** Notes a problem under the name that the file gives the column. */
  refuse(column: RegistryColumn, code: RowCode, expected: string, fix: string): undefined {
    const field = this.row.get(column)?.header ?? column;
    // The identity reads cells that the document reads too.
    const known = this.problems.some((problem) => problem.field === field && problem.code === code);
    if (!known) this.problems.push({ field, code, expected, fix });
    return undefined;
  }
}

function toDate(text: string): string {
  return foldDigits(text).replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d)?$/, '$1');
}
