import type { TableFormat } from '@athar/tabular';

/** keep_good: bad rows are set apart, the others come in. all_or_nothing: one bad row stops all. */
export const importModes = ['keep_good', 'all_or_nothing'] as const;
export type ImportMode = (typeof importModes)[number];

/**
 * receiving → applying → applied; or receiving → previewed (a dry run), refused (all_or_nothing with
 * bad rows) or failed (the upload broke off, the file could not be read).
 */
export const importStates = [
  'receiving',
  'applying',
  'applied',
  'previewed',
  'refused',
  'failed',
] as const;
export type ImportState = (typeof importStates)[number];

/** A file that is to be brought into a collection. */
export interface NewImport {
  collectionId: string;
  mode: ImportMode;
  /** Only tells what would be added, changed and left as it is. */
  dryRun: boolean;
  format: TableFormat;
  fileName?: string | undefined;
  /** Leaves out columns that are not known instead of refusing the file. */
  ignoreUnknown?: boolean | undefined;
  /** The file's header to our column, where they differ. */
  mapping?: Readonly<Record<string, string>> | undefined;
  idempotencyKey?: string | undefined;
}

export interface ImportCounts {
  /** Rows of the file that were read. */
  rows: number;
  /** Rows with errors. */
  bad: number;
  /** For a dry run: what would be. */
  added: number;
  changed: number;
  unchanged: number;
}

/** How an import stands. */
export interface ImportView {
  id: string;
  collectionId: string;
  memberId: string;
  state: ImportState;
  mode: ImportMode;
  dryRun: boolean;
  format: TableFormat;
  fileName: string | null;
  counts: ImportCounts;
  /** Registry revisions that the import has raised, as decimal text. */
  firstRevision: string | null;
  lastRevision: string | null;
  /** Why it failed. */
  failureCode: string | null;
  createdAt: string;
  finishedAt: string | null;
}

/** What is wrong with one cell or row of the file. Never holds the value. */
export interface ImportErrorView {
  /** Line of the file; row of the sheet in a workbook. */
  row: number;
  /** The column as the file names it. */
  column: string;
  code: string;
  expected: string;
  fix: string;
}
