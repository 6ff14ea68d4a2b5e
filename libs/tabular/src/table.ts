import type { Problem } from '@athar/diagnostics';
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
  /** Column name to cell, trimmed, otherwise as in the file; empty text where there is nothing. */
  values: Record<string, string>;
  problems: RowProblem[];
}

/** A table whose header is known and whose rows are still to come. */
export interface Table {
  format: TableFormat;
  /** The header's names in their order; for JSON Lines the keys of the first object. */
  columns: readonly string[];
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
  /** Bytes of one row in a text file. */
  maxRowBytes: number;
  /** Bytes of a workbook, packed or unpacked: a workbook is held in memory. */
  maxWorkbookBytes: number;
}

const megabyte = 1024 * 1024;

export const defaultLimits: Readonly<TableLimits> = {
  maxColumns: 200,
  maxCellLength: 20_000,
  maxRowBytes: megabyte,
  maxWorkbookBytes: 50 * megabyte,
};
