import type { DateOrder } from '@athar/dates';
import type { TableEncoding, TableFormat } from '@athar/tabular';
import type { DateRead } from './columns/vocabulary.js';
import type { ImportKind, StayedRows } from './target/import-target.js';

/** keep_good: bad rows are set apart, the others come in. all_or_nothing: one bad row stops all. */
export const importModes = ['keep_good', 'all_or_nothing'] as const;
export type ImportMode = (typeof importModes)[number];

/**
 * receiving → applying → applied; or receiving → previewed (a dry run), refused (all_or_nothing with
 * bad rows) or failed (the upload broke off, the file could not be read). receiving → cancelled;
 * applying → cancelling (what came in is taken back) → cancelled. applied → undoing → undone.
 * applying, cancelling and undoing → failed where their job was given up; then → undoing.
 */
export const importStates = [
  'receiving',
  'applying',
  'applied',
  'previewed',
  'refused',
  'failed',
  'cancelling',
  'cancelled',
  'undoing',
  'undone',
] as const;
export type ImportState = (typeof importStates)[number];

/** States in which somebody still works at the import. */
export type UnfinishedState = 'receiving' | 'applying' | 'cancelling' | 'undoing';
export type FinishedState = Exclude<ImportState, UnfinishedState>;

/** What a file does not say itself. */
export interface FileOptions {
  /** The sheet of a workbook, by name or 1-based place; the first that is shown where left out. */
  sheet?: string | number | undefined;
  /** 1-based row that holds the column names; found where left out. */
  headerRow?: number | undefined;
  /** Reads text in this encoding, whatever it looks like. */
  encoding?: TableEncoding | undefined;
}

/** A file that is to be brought in. */
export interface NewImport extends FileOptions {
  kind: ImportKind;
  /** Left out for a kind that goes into no collection. */
  collectionId?: string | undefined;
  mode: ImportMode;
  /** Only tells what would be added, changed and left as it is. */
  dryRun: boolean;
  format: TableFormat;
  fileName?: string | undefined;
  /** Bytes of the file, where they are known beforehand: only progress hangs on it. */
  bytes?: number | undefined;
  /** Leaves out columns that are not known instead of refusing the file. */
  ignoreUnknown?: boolean | undefined;
  /**
   * The file's header to our column, where they differ; empty text leaves the column out. Where there
   * is none, a saved mapping for the same headers is used.
   */
  mapping?: Readonly<Record<string, string>> | undefined;
  /** The saved mapping to be used; `none` for none at all. */
  mappingId?: string | undefined;
  /** Keeps what the headers stood for under this name, for the next file like it. */
  saveMappingAs?: string | undefined;
  /**
   * Of its dates; left out: that of the saved mapping, if it was saved with this collection or is named
   * by mappingId; else only what has one meaning is read.
   */
  dateOrder?: DateOrder | undefined;
  /** In which format its bad rows are given back; left out: in its own. */
  badRowsAs?: TableFormat | undefined;
  /** Instead of collectionId: one that is made once the file came in whole. Its form is the kind's. */
  newPlace?: object | undefined;
  idempotencyKey?: string | undefined;
}

/** How the file was read: kept so that its bad rows can be written again alike. */
export interface ReadAs {
  /** Names that cells are kept under. */
  columns: string[];
  /** What stands above them in the file. */
  headers: string[];
  sheet: string | null;
  /** Names of the workbook's other sheets, which were not read: the first 50 that may hold rows. */
  sheetsLeft: string[];
  headerRow: number | null;
  encoding: string | null;
  /** In which format its bad rows are given back; null: in its own. */
  badRowsAs: TableFormat | null;
  /** Of its dates; null where nobody has told it. */
  dateOrder: DateOrder | null;
  /** Of the saved mapping that was used, or under which what was used is saved. */
  mappingName: string | null;
  /** Of a dry run: what its rows would make together, as counts by name; the kind says which. */
  foreseen: Readonly<Record<string, number>>;
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
  /** What was taken back. */
  undone: number;
  /** Once it was undone or cancelled: rows whose entries, photographs or reports are there still; else 0. */
  stayed: number;
}

/** Rows that stayed when an import was undone or cancelled, and why. */
export interface StayedView {
  /**
   * named-by-import: another import says the same; worked-with: people judged, read or changed what they
   * became; not-its-own: what they say was there without this import.
   */
  why: StayedRows['why'] | 'not-its-own';
  rows: number;
  /** The other import. */
  import: { id: string; fileName: string | null; createdAt: string } | null;
}

/** How an import stands. */
export interface ImportView {
  id: string;
  kind: ImportKind;
  collectionId: string | null;
  /** Why entries of the collection are left out of exports today; null where they are not. */
  exportsClosedBy: string | null;
  memberId: string;
  state: ImportState;
  mode: ImportMode;
  dryRun: boolean;
  format: TableFormat;
  fileName: string | null;
  sheet: string | null;
  /** Names of the workbook's other sheets, which were not read: the first 50 that may hold rows. */
  sheetsLeft: string[];
  headerRow: number | null;
  encoding: string | null;
  /** Order of day, month and year in its dates; null where nobody has told it. */
  dateOrder: DateOrder | null;
  /**
   * Its first dates that stood there in another form, and what they were read as. Kept as
   * long as bad rows are.
   */
  datesRead: DateRead[];
  /** Of a dry run of titles: `groups` of their photographs, which are one person each. Else empty. */
  foreseen: Readonly<Record<string, number>>;
  /** The saved mapping that was used. */
  mappingId: string | null;
  mappingName: string | null;
  counts: ImportCounts;
  /** Why rows stayed, where it was undone or taken back. */
  stayed: StayedView[];
  progress: {
    received: number;
    applied: number;
    /** Of the step at hand, 0 to 1; null where it cannot be known. */
    share: number | null;
  };
  /** Registry revisions that the import has raised, as decimal text. */
  firstRevision: string | null;
  lastRevision: string | null;
  /** Why it failed. */
  failureCode: string | null;
  /** Until when its bad rows can be had; null while it goes on, where there are none, once it was undone. */
  badRowsUntil: string | null;
  createdAt: string;
  finishedAt: string | null;
}

/** What is wrong with one cell or row of the file. Holds no value but the days that a date may mean. */
export interface ImportErrorView {
  /** Line of the file; row of the sheet in a workbook. */
  row: number;
  /** The column as the file names it. */
  column: string;
  code: string;
  expected: string;
  fix: string;
  /** The same in the language asked for: what is wrong, and what to do. */
  reason: string;
}

/** What is kept, sealed, of one that the row and the code are known of. */
export type StoredErrorDetail = Pick<ImportErrorView, 'column' | 'expected' | 'fix'>;

/** What bringing in a row would do. */
export interface PreviewedRowView {
  row: number;
  outcome: 'added' | 'changed' | 'unchanged';
  /** Names of the fields that would change. */
  fields: string[];
}
