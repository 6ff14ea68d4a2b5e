import type { DateOrder } from '@athar/dates';

/** One cell under its column, with the name that the file gives the column. */
export interface Cell {
  header: string;
  text: string;
}

/** A row's cells under the target's columns; a column that the file lacks is not there. */
export type TargetRow = ReadonlyMap<string, Cell>;

/** How the cells of a file are to be read. */
export interface RowManner {
  /** The order of day, month and year in its dates; left out: only what has one meaning is read. */
  dateOrder?: DateOrder | undefined;
  /** Told each date that stood there in another form than the one it was read as. */
  tellDate?: ((date: DateRead) => void) | undefined;
  /** The day after which everything is in the future, as `2026-03-01`; left out: that of the clock. */
  today?: string | undefined;
}

/** A date as the file writes it, and as it was understood. */
export interface DateRead {
  /** As the file names it. */
  column: string;
  written: string;
  /** EDTF. */
  read: string;
}

/** Languages that headers are known in; ku is Kurdish in Latin letters. */
export const headerLanguages = ['ar', 'en', 'fr', 'tr', 'ku'] as const;
export type HeaderLanguage = (typeof headerLanguages)[number];

/** A header whose meaning hangs on the other headers: الاسم is the whole name only when alone. */
export interface AmbiguousHeader {
  words: readonly string[];
  /** The column where none of `beside` is in the file. */
  alone: string;
  beside: readonly string[];
  /** The column where one of them is. */
  then: string;
}

/** The columns that a target knows, and the words of the world for them. */
export interface ColumnVocabulary {
  columns: readonly string[];
  /** Column to headers that mean it, by language. */
  words: Readonly<Record<string, Partial<Readonly<Record<HeaderLanguage, readonly string[]>>>>>;
  ambiguous: readonly AmbiguousHeader[];
  /** Left out: no files that forms were exported to. */
  form?: FormVocabulary;
}

/** What exports of forms (ODK, Kobo) have beside the answers. Headers in small letters. */
export interface FormVocabulary {
  /** Headers that hold what a submission is known by, the best first, and the column for it. */
  identity: { column: string; headers: readonly string[] };
  /** Headers that tell nothing of the answers, in a file that has such an identity. */
  ignored: readonly string[];
  /** Columns whose question may have several answers: `question/answer` columns of 0 and 1. */
  lists: readonly string[];
}
