import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { writeWhole } from './atomic-file.js';
import type { OutputColumn, OutputRow } from './column.js';
import type { TableFormat } from './format.js';
import { OutputClosed } from './table-error.js';
import { delimitedLines, jsonLines, type LineWriter } from './write-text.js';
import { workbookOf } from './write-workbook.js';

export interface WriteOptions {
  /** Aborting it ends the writing with the signal's reason and leaves no file behind. */
  signal?: AbortSignal;
  /**
   * True for CSV and TSV that people open in a spreadsheet: cells that it would take for a formula
   * are led by an apostrophe, which reading takes away again, and a byte order mark comes first.
   */
  forSpreadsheet?: boolean;
}

/** Rows one by one, or many at a time: each hand-over costs more than the row. */
type Many = OutputRow | readonly OutputRow[];
type Rows = Iterable<Many> | AsyncIterable<Many>;

/** Characters gathered before they are handed on; rows are small, calls are not. */
const bufferSize = 256 * 1024;

/**
 * Writes a table, text as UTF-8, while its rows come; none of the formats is held in memory.
 * @param target a file's path, which gets its content whole or not at all (see {@link writeWhole});
 * or a stream, which is written to as it goes and not ended
 * @param columns in their order; values under other names are left out
 * @returns the count of rows written
 */
export async function writeRows(
  target: string | Writable,
  format: TableFormat,
  columns: readonly (string | OutputColumn)[],
  rows: Rows,
  options: WriteOptions = {},
): Promise<number> {
  const named = columns.map((column) => (typeof column === 'string' ? { name: column } : column));
  const counter = { rows: 0 };
  const counted = countRows(rows, counter, options.signal);
  const chunks = chunksOf(format, named, counted, options.forSpreadsheet ?? false);
  if (typeof target === 'string') {
    const fill = (file: FileHandle): Promise<void> => pour(chunks, (c) => writeAll(file, c));
    await writeWhole(target, fill, options.signal);
  } else {
    await pour(chunks, (chunk) => writeTo(target, chunk, options.signal));
  }
  return counter.rows;
}

function isMany(rows: Many): rows is readonly OutputRow[] {
  return Array.isArray(rows);
}

async function* countRows(
  rows: Rows,
  counter: { rows: number },
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly OutputRow[]> {
  for await (const each of rows) {
    signal?.throwIfAborted();
    const many = isMany(each) ? each : [each];
    counter.rows += many.length;
    yield many;
  }
}

async function* oneByOne(rows: AsyncIterable<readonly OutputRow[]>): AsyncGenerator<OutputRow> {
  for await (const many of rows) yield* many;
}

async function* chunksOf(
  format: TableFormat,
  columns: readonly OutputColumn[],
  rows: AsyncIterable<readonly OutputRow[]>,
  forSpreadsheet: boolean,
): AsyncGenerator<Buffer> {
  if (format === 'xlsx') {
    yield* workbookOf(columns, oneByOne(rows));
    return;
  }
  const writer = lineWriterOf(format, columns, forSpreadsheet);
  let text = writer.header;
  for await (const many of rows) {
    for (const row of many) text += writer.line(row);
    if (text.length < bufferSize) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

function lineWriterOf(
  format: Exclude<TableFormat, 'xlsx'>,
  columns: readonly OutputColumn[],
  forSpreadsheet: boolean,
): LineWriter {
  if (format === 'jsonl') return jsonLines(columns);
  return delimitedLines(columns, format === 'tsv' ? '\t' : ',', forSpreadsheet);
}

async function pour(
  chunks: AsyncIterable<Buffer>,
  write: (chunk: Buffer) => Promise<void>,
): Promise<void> {
  for await (const chunk of chunks) await write(chunk);
}

async function writeAll(file: FileHandle, chunk: Buffer): Promise<void> {
  for (let at = 0; at < chunk.length;) {
    at += (await file.write(chunk, at)).bytesWritten;
  }
}

/** @throws OutputClosed, the stream's own error, or the signal's reason */
async function writeTo(target: Writable, chunk: Buffer, signal?: AbortSignal): Promise<void> {
  if (target.destroyed) throw target.errored ?? new OutputClosed();
  if (target.write(chunk)) return;
  const ended = new AbortController();
  const either = signal ? AbortSignal.any([signal, ended.signal]) : ended.signal;
  const drained = once(target, 'drain', { signal: either });
  // A reader who goes away leaves a stream that never drains.
  const closed = once(target, 'close', { signal: either }).then(() => {
    throw target.errored ?? new OutputClosed();
  });
  try {
    await Promise.race([drained, closed]);
  } finally {
    ended.abort();
    await Promise.allSettled([drained, closed]);
  }
}
