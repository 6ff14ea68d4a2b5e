import type { BadRowsTable } from '@athar/imports';
import { writeRows, type TableFormat } from '@athar/tabular';
import type { Response } from 'express';

export const tableMediaTypes: Readonly<Record<TableFormat, string>> = {
  csv: 'text/csv; charset=utf-8',
  tsv: 'text/tab-separated-values; charset=utf-8',
  jsonl: 'application/x-ndjson; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};

/** Streams a table as a file to be saved, for people who open it in a spreadsheet. */
export async function sendTable(
  response: Response,
  { format, columns, rows }: BadRowsTable,
  importId: string,
): Promise<void> {
  response.setHeader('content-type', tableMediaTypes[format]);
  response.setHeader(
    'content-disposition',
    `attachment; filename="bad-rows-${importId}.${format}"`,
  );
  response.setHeader('cache-control', 'no-store');
  await writeRows(response, format, columns, rows, { forSpreadsheet: true });
  response.end();
}
