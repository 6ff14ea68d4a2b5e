/** One cell under its column, with the name that the file gives the column. */
export interface Cell {
  header: string;
  text: string;
}

/** A row's cells under the target's columns; a column that the file lacks is not there. */
export type TargetRow = ReadonlyMap<string, Cell>;

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
