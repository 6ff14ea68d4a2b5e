import { createReadStream } from 'node:fs';
import type { ExportFormat } from '@athar/registry';
import { EmptyTable, formatOf, openTable, writeWhole } from '@athar/tabular';
import type { Session } from '../../session.js';
import { BadArguments } from '../service/errors.js';

/** Arguments that all exports have. */
export interface ExportOptions {
  out: string;
  as: string;
  url: string;
}

/** The format that a file's ending stands for. @throws BadArguments */
export function exportFormatOf(file: string): ExportFormat {
  const format = formatOf(file);
  if (format !== 'tsv') return format;
  throw new BadArguments(
    'An export is written as .csv, .jsonl or .xlsx: give --out such an ending.',
  );
}

/**
 * Writes what the service sends; the file is there whole or not at all, for its owner only.
 *
 * @returns false where nothing but the names of the columns was to be written.
 */
export async function writeExport(
  out: string,
  begin: () => Promise<AsyncIterable<Uint8Array>>,
  { output, signal }: Session,
): Promise<boolean> {
  await writeWhole(
    out,
    async (file) => {
      for await (const chunk of await begin()) await file.writeFile(chunk);
    },
    signal,
  );
  const filled = await holdsARow(out);
  output.note(
    filled
      ? `Wrote ${out}. It holds names in the clear: keep it as you keep the service.`
      : `Wrote ${out}: nothing is in it but the names of the columns.`,
  );
  return filled;
}

async function holdsARow(file: string): Promise<boolean> {
  try {
    const table = await openTable(createReadStream(file), formatOf(file));
    try {
      const { done } = await table.rows[Symbol.asyncIterator]().next();
      return done !== true;
    } finally {
      await table.close();
    }
  } catch (error) {
    if (error instanceof EmptyTable) return false;
    throw error;
  }
}
