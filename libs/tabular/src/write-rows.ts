import { once } from 'node:events';
import type { FileHandle } from 'node:fs/promises';
import type { Writable } from 'node:stream';
import { writeWhole } from './atomic-file.js';
import type { OutputColumn, OutputRow } from './column.js';
import type { TableFormat } from './format.js';
import { delimitedLines, jsonLines, type LineWriter } from './write-text.js';
import { workbookOf } from './write-workbook.js';

export interface WriteOptions {
  /** Aborting it ends the writing with the signal's reason and leaves no file behind. */
  signal?: AbortSignal;
}

type Rows = Iterable<OutputRow> | AsyncIterable<OutputRow>;

/** Characters gathered before they are handed on; rows are small, calls are not. */
const bufferSize = 256 * 1024;

/**
 * Writes a table as UTF-8 without byte order mark.
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
  const chunks = chunksOf(format, named, counted);
  if (typeof target === 'string') {
    const fill = (file: FileHandle): Promise<void> => pour(chunks, (c) => writeAll(file, c));
    await writeWhole(target, fill, options.signal);
  } else {
    await pour(chunks, (chunk) => writeTo(target, chunk, options.signal));
  }
  return counter.rows;
}

async function* countRows(
  rows: Rows,
  counter: { rows: number },
  signal: AbortSignal | undefined,
): AsyncGenerator<OutputRow> {
  for await (const row of rows) {
    signal?.throwIfAborted();
    counter.rows++;
    yield row;
  }
}

async function* chunksOf(
  format: TableFormat,
  columns: readonly OutputColumn[],
  rows: AsyncIterable<OutputRow>,
): AsyncGenerator<Buffer> {
  if (format === 'xlsx') {
    yield await workbookOf(columns, rows);
    return;
  }
  const writer = lineWriterOf(format, columns);
  let text = writer.header;
  for await (const row of rows) {
    text += writer.line(row);
    if (text.length < bufferSize) continue;
    yield Buffer.from(text);
    text = '';
  }
  if (text !== '') yield Buffer.from(text);
}

function lineWriterOf(
  format: Exclude<TableFormat, 'xlsx'>,
  columns: readonly OutputColumn[],
): LineWriter {
  if (format === 'jsonl') return jsonLines(columns);
  return delimitedLines(columns, format === 'tsv' ? '\t' : ',');
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

async function writeTo(target: Writable, chunk: Buffer, signal?: AbortSignal): Promise<void> {
  if (!target.write(chunk)) await once(target, 'drain', signal ? { signal } : {});
}
