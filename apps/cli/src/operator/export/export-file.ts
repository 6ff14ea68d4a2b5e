import type { ExportFormat } from '@athar/registry';
import { formatOf, writeWhole } from '@athar/tabular';
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

/** Writes what the service sends; the file is there whole or not at all, for its owner only. */
export async function writeExport(
  out: string,
  begin: () => Promise<AsyncIterable<Uint8Array>>,
  { output, signal }: Session,
): Promise<void> {
  await writeWhole(
    out,
    async (file) => {
      for await (const chunk of await begin()) await file.writeFile(chunk);
    },
    signal,
  );
  output.note(`Wrote ${out}. It holds names in the clear: keep it as you keep the service.`);
}
