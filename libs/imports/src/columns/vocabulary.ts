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
}
