import type { Problem } from '@athar/diagnostics';
import type { TableEncoding } from './encoding.js';
import type { TableFormat } from './format.js';

/**
 * What is wrong with one row. `field` is the column's name, or `column 7` where it has none;
 * `row` is the row's position as in {@link TableRow.line}.
 */
export interface RowProblem extends Problem {
  row: number;
}

/** One row as text. A row with problems keeps what could be read, but should not be used. */
export interface TableRow {
  /** 1-based line of the file where the row starts; in a workbook the row of the sheet. */
  line: number;
  /**
   * Column name to cell, trimmed, otherwise as in the file; empty text where there is nothing.
   * Cells beyond the header, which are a problem, stand under `column 7`, so that nothing is lost.
   */
  values: Record<string, string>;
  problems: RowProblem[];
}

/** A sheet of a workbook. */
export interface SheetInfo {
  name: string;
  /** Rows as the sheet declares them, header included; not there where it does not. */
  rows?: number;
  /** True for a sheet that its spreadsheet does not show. */
  hidden: boolean;
}

/** A table whose header is known and whose rows are still to come. */
export interface Table {
  format: TableFormat;
  /**
   * The header's names in their order, each once, as row values are keyed: trimmed, without
   * invisible characters. For JSON Lines the keys of the first object.
   */
  columns: readonly string[];
  /** What stands in the file above each of `columns`; what a copy of the table has as header. */
  headers: readonly string[];
  /**
   * The encoding that the text is read in; not there for a workbook. While only ASCII has been seen
   * it is `utf-8`, so that it is sure once the rows have been read.
   */
  readonly encoding?: TableEncoding;
  /** Row of the file that was taken for the (last row of the) header; not there for JSON Lines. */
  headerRow?: number | undefined;
  /** Name of the sheet that is read, of a workbook. */
  sheet?: string;
  /** All sheets of a workbook, in its order. */
  sheets?: readonly SheetInfo[];
  /** To be iterated once. Reads on only as fast as it is asked. */
  rows: AsyncIterable<TableRow>;
  /** Lets go of the source where the rows are not read to their end. */
  close(): Promise<void>;
}

/** What is read from: a stream of bytes, a file's or a request's. */
export type ByteSource = AsyncIterable<Uint8Array>;

/** Bounds that keep a hostile or mistaken file from filling the memory. */
export interface TableLimits {
  /** Columns of a table. */
  maxColumns: number;
  /** Characters of one cell. */
  maxCellLength: number;
  /** Bytes of one row in a text file; characters of one row in a workbook. */
  maxRowBytes: number;
  /** Bytes of a workbook's file, which is held in memory while its rows are read. */
  maxWorkbookBytes: number;
  /** Bytes that the parts of a workbook which are read may unpack to; they are streamed. */
  maxUnpackedBytes: number;
  /** Bytes of the texts that the cells of a workbook share, which are held in memory. */
  maxSharedTextBytes: number;
}

/** How a table is to be read where its file does not say so itself. */
export interface ReadOptions extends Partial<TableLimits> {
  /** Reads text in this encoding, whatever it looks like. A byte order mark does not overrule it. */
  encoding?: TableEncoding | undefined;
  /** The sheet of a workbook by name or 1-based place; the first one that is shown otherwise. */
  sheet?: string | number | undefined;
  /** 1-based row (line) that holds the column names. */
  headerRow?: number | undefined;
  /**
   * `strict` (as nothing is said) refuses columns without a name or with the name of another;
   * `lenient` calls them `column 7` and `name (2)`.
   */
  header?: 'strict' | 'lenient' | undefined;
  /** Refuses a table without a single row below its header. */
  needRows?: boolean | undefined;
}

/** Bounds and options together, as the readers of each format take them. */
export type Reading = TableLimits & Omit<ReadOptions, keyof TableLimits>;

const megabyte = 1024 * 1024;

export const defaultLimits: Readonly<TableLimits> = {
  maxColumns: 200,
  maxCellLength: 20_000,
  maxRowBytes: megabyte,
  maxWorkbookBytes: 50 * megabyte,
  maxUnpackedBytes: 1024 * megabyte,
  maxSharedTextBytes: 64 * megabyte,
};
