import { RowCells, foldWord, isNoName } from '@athar/imports';
import { filled, type Filled } from '../filled.js';
import type { StatementSource } from '../statement-source.js';
import type { ReportColumn } from './report-columns.js';
import type { ReportRowCode } from './report-reasons.js';
import { isOther, purposeWords, sourceWords, yesNoWords } from './word-lists.js';

/** Who does not say how a thing is known is taken for one who was told of it. */
export const untoldSource: StatementSource = 'hearsay';

/** Days since the end of 1899, as a spreadsheet keeps 1954 to 2064 where a cell is no date. */
const dayCount = /^[2-5]\d{4}(?:\.\d+)?$/;
const timeOfDay = /^(\d{4}-\d\d-\d\d)[T ]\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/;

/** The cells of one report. */
export class ReportCells extends RowCells<ReportColumn, ReportRowCode> {
  /** One part of a name. */
  part(column: ReportColumn): string | undefined {
    return this.name(column, 200);
  }

  /** The name of a witness, who may go by a letter or a number. */
  witness(column: ReportColumn): string | undefined {
    const text = this.text(column);
    return text === undefined || isNoName(text) ? undefined : text;
  }

  source(column: ReportColumn): StatementSource {
    return this.word(column, sourceWords) ?? untoldSource;
  }

  yesNo(column: ReportColumn): boolean | undefined {
    const word = this.word(column, yesNoWords);
    return word === undefined ? undefined : word === 'yes';
  }

  /** A choice of a form, or what was written beside it where the choice is "other". */
  choice(column: ReportColumn, beside: ReportColumn, most: number): string | undefined {
    const text = this.text(column, most);
    const other = this.text(beside, most);
    return text === undefined || (isOther(text) && other !== undefined) ? other : text;
  }

  /** Purposes that a cell names, between semicolons or, as codes of a form, between spaces. */
  purposes(column: ReportColumn) {
    const text = this.text(column, 500);
    if (text === undefined) return [];
    const parts = /[;؛,،\n]/.test(text) ? text.split(/[;؛,،\n]/) : [text];
    const words = parts.flatMap((part) =>
      purposeWords.has(foldWord(part)) ? [part] : part.trim().split(/\s+/),
    );
    const purposes = words.filter((word) => word !== '').map((w) => purposeWords.get(foldWord(w)));
    if (purposes.includes(undefined)) {
      const expected = `one of: ${[...new Set(purposeWords.values())].join(', ')}`;
      this.refuse(column, 'unknown-word', expected, 'Use these words, with semicolons between.');
    }
    return purposes.filter((purpose) => purpose !== undefined);
  }

  protected override dateOf(text: string): string {
    const day = timeOfDay.exec(text)?.[1];
    if (day !== undefined) return day;
    if (!dayCount.test(text)) return text;
    return new Date(Date.UTC(1899, 11, 30 + Math.floor(Number(text)))).toISOString().slice(0, 10);
  }
}

/** The record without what is not there; undefined where nothing is. */
export function anyOf<R extends object>(record: R): Filled<R> | undefined {
  const present = filled(record);
  return Object.keys(present).length > 0 ? present : undefined;
}
