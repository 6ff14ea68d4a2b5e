import {
  dateAdvice,
  doubtOf,
  latestToday,
  readDate,
  type DateDoubt,
  type DateReading,
} from '@athar/dates';
import type { Problem } from '@athar/diagnostics';
import { unclearDate } from './date-problems.js';
import { foldDigits, foldWord } from './fold.js';
import { isNoName, nameAdvice, nameFlaw, type NameFlaw } from './name-flaw.js';
import type { RowManner, TargetRow } from './vocabulary.js';

/** A closed list: folded word to what it means. */
export type WordList<Meaning> = ReadonlyMap<string, Meaning>;

/** A list of words as they are written, for looking them up however they are typed. */
export function wordListOf<Meaning extends string>(
  table: Readonly<Record<string, string>>,
): WordList<Meaning> {
  return new Map(
    Object.entries(table).map(([word, meaning]) => [foldWord(word), meaning as Meaning]),
  );
}

/** What reading a cell may find wrong with it. */
export type CellCode =
  | 'too-long'
  | 'list-too-long'
  | 'bad-date'
  | 'unclear-date'
  | 'no-such-day'
  | 'unknown-word'
  | DateDoubt
  | NameFlaw;

const mostItems = 50;

/** Reads the cells of one row and gathers what is wrong with them; never repeats a value. */
export class RowCells<Column extends string, Code extends string> {
  readonly problems: Problem[] = [];

  constructor(
    private readonly row: TargetRow,
    private readonly manner: RowManner = {},
  ) {}

  /** True where the file has the column. */
  has(column: Column): boolean {
    return this.row.has(column);
  }

  /** The text as written; undefined where empty. @param most characters. */
  text(column: Column, most = 200): string | undefined {
    const text = this.row.get(column)?.text.trim();
    if (text === undefined || text === '') return undefined;
    if (text.length <= most) return text;
    return this.refuse(column, 'too-long', `at most ${most} characters`, 'Shorten the text.');
  }

  /** Items between semicolons. */
  list(column: Column, mostEach = 200, most = mostItems): string[] | undefined {
    const items = this.text(column, mostItems * mostEach)
      ?.split(/[;؛]/)
      .map((item) => item.trim())
      .filter((item) => item !== '');
    if (items === undefined || items.length === 0) return undefined;
    if (items.length <= most && items.every((item) => item.length <= mostEach)) return items;
    const expected = `at most ${most} items of at most ${mostEach} characters`;
    return this.refuse(column, 'list-too-long', expected, 'Shorten the list.');
  }

  /** One name; undefined where the cell says that none is known. */
  name(column: Column, most: number): string | undefined {
    const text = this.text(column, most);
    return text === undefined ? undefined : this.namesOf(column, [text])[0];
  }

  /** Names between semicolons, without what stands where none is known. */
  names(column: Column, mostEach: number, most = mostItems): string[] | undefined {
    const names = this.namesOf(column, this.list(column, mostEach, most) ?? []);
    return names.length > 0 ? names : undefined;
  }

  /** Dates as EDTF, however they are written; the time of day that a workbook adds is left out. */
  dates(column: Column): string[] | undefined {
    const dates = this.list(column, 60)?.map((text) => this.readDate(column, text));
    return dates?.every((date) => date !== undefined) ? dates : undefined;
  }

  date(column: Column): string | undefined {
    const dates = this.dates(column);
    if (dates === undefined || dates.length === 1) return dates?.[0];
    return this.refuse(column, 'bad-date', 'one date', 'Keep the likeliest, or write a range a/b.');
  }

  /** A word of a closed list. */
  word<Meaning extends string>(column: Column, words: WordList<Meaning>): Meaning | undefined {
    const text = this.text(column);
    const meaning = text === undefined ? undefined : words.get(foldWord(text));
    if (text === undefined || meaning !== undefined) return meaning;
    const expected = `one of: ${[...new Set(words.values())].join(', ')}`;
    return this.refuse(column, 'unknown-word', expected, 'Use one of these words.');
  }

  /** Notes a problem under the name that the file gives the column; a second of the kind is not told. */
  refuse(column: Column, code: Code | CellCode, expected: string, fix: string): undefined {
    const field = this.headerOf(column);
    const known = this.problems.some((problem) => problem.field === field && problem.code === code);
    if (!known) this.problems.push({ field, code, expected, fix });
    return undefined;
  }

  /** A date as programs write days, which is not told as read otherwise; the text with its digits folded. */
  protected dateOf(text: string): string {
    return text.replace(/^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d)?$/, '$1');
  }

  private namesOf(column: Column, texts: readonly string[]): string[] {
    const names = texts.filter((text) => !isNoName(text));
    const flaw = names.map(nameFlaw).find((found) => found !== undefined);
    if (flaw === undefined) return names;
    this.refuse(column, flaw, nameAdvice[flaw].expected, nameAdvice[flaw].fix);
    return [];
  }

  private readDate(column: Column, written: string): string | undefined {
    const text = this.dateOf(foldDigits(written));
    const read = readDate(text, this.manner.dateOrder);
    const days = 'date' in read ? [read.date] : read.mayMean;
    const { today = latestToday(new Date()) } = this.manner;
    const [doubt, ...doubts] = days.map((day) => doubtOf(day, today));
    if (doubt !== undefined && doubts.every((other) => other !== undefined)) {
      return this.refuse(column, doubt, dateAdvice[doubt].expected, dateAdvice[doubt].fix);
    }
    if (!('date' in read)) return this.refuseDate(column, read);
    if (read.date !== text) {
      this.manner.tellDate?.({ column: this.headerOf(column), written, read: read.date });
    }
    return read.date;
  }

  private refuseDate(
    column: Column,
    { mayMean, noSuchDay }: Exclude<DateReading, { date: string }>,
  ): undefined {
    if (noSuchDay) {
      const { expected, fix } = dateAdvice['no-such-day'];
      return this.refuse(column, 'no-such-day', expected, fix);
    }
    if (mayMean.length === 0) {
      return this.refuse(
        column,
        'bad-date',
        'a date such as 2013-06-05, 2013-06, 2013, 2013~ or 2013-11/..',
        'Write the year in four digits, then month and day as far as they are known, as 2013-06-05.',
      );
    }
    const { expected, fix } = unclearDate(mayMean, this.manner.dateOrder);
    return this.refuse(column, 'unclear-date', expected, fix);
  }

  private headerOf(column: Column): string {
    return this.row.get(column)?.header ?? column;
  }
}
