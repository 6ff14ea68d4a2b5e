import type { NewImport } from '@athar/imports';
import { manifestRows } from '@athar/registry';
import { TABLE_FORMATS, type ByteSource, type TableFormat } from '@athar/tabular';
import type { Request } from 'express';
import type { z } from 'zod';
import { bytesOf, importAsked } from '../imports/upload.js';
import type { titlesQuery } from './photographs.dto.js';

/** What the address asks for, and the bytes in the form that imports take. @throws InvalidRequest */
export function titlesAsked(
  place: Pick<NewImport, 'collectionId' | 'newPlace'>,
  query: z.output<typeof titlesQuery>,
  request: Request,
  idempotencyKey: string | undefined,
): { asked: NewImport; bytes: ByteSource } {
  const { listing, format: told, ...rest } = query;
  const format = told ?? formatBy(query.fileName);
  const table: TableFormat = format === 'txt' ? 'jsonl' : format;
  const asked = importAsked({ ...rest, format: table }, request, idempotencyKey);
  const bytes = bytesOf(request);
  const into = { kind: 'titles', ...place } as const;
  if (format !== 'txt') return { asked: { ...asked, ...into }, bytes };
  const { encoding } = asked;
  const asRows = { encoding: undefined, headerRow: undefined, bytes: undefined };
  return {
    asked: { ...asked, ...into, ...asRows, badRowsAs: 'tsv' },
    bytes: manifestRows(bytes, { listing, encoding }),
  };
}

function formatBy(fileName: string | undefined): TableFormat | 'txt' {
  const ending = /\.([^.]+)$/.exec(fileName ?? '')?.[1]?.toLowerCase();
  return TABLE_FORMATS.find((format) => format === ending) ?? 'txt';
}
