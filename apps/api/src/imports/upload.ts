import type { FileOptions, NewImport } from '@athar/imports';
import { formatOf, type ByteSource, type TableFormat } from '@athar/tabular';
import type { Request } from 'express';
import type { z } from 'zod';
import { InvalidRequest, fileNameIn } from '../http/index.js';
import { mappingSchema, type fileQuery, type importQuery } from './imports.dto.js';

type FileQuery = z.output<z.ZodObject<typeof fileQuery>>;

/**
 * The bytes of a request's body. The connection stays open where they are not read to their end, so
 * that the refusal can still be answered.
 *
 * @throws InvalidRequest where the body was taken for JSON and is gone.
 */
export function bytesOf(request: Request): ByteSource {
  if (request.body !== undefined) {
    throw new InvalidRequest([
      {
        field: 'header/content-type',
        code: 'bad-value',
        expected: 'the type of the file, or application/octet-stream',
        fix: 'Send the file as text/csv, application/x-ndjson or application/octet-stream.',
      },
    ]);
  }
  return request.iterator({ destroyOnReturn: false });
}

/** How the address says that a file is to be read. @throws InvalidRequest, UnknownTableFormat */
export function fileAsked(query: FileQuery): FileOptions & { format: TableFormat } {
  const { sheet, headerRow, encoding, fileName } = query;
  const place = sheet === undefined ? undefined : /^#([1-9]\d{0,3})$/.exec(sheet)?.[1];
  return {
    format: query.format ?? formatOf(fileName ?? refuseFormat()),
    sheet: place === undefined ? sheet : Number(place),
    headerRow: headerRow === undefined ? undefined : Number(headerRow),
    encoding,
  };
}

/** What the address asks for, but for what the file is to become. @throws InvalidRequest, UnknownTableFormat */
export function importAsked(
  query: z.output<typeof importQuery>,
  request: Request,
  idempotencyKey: string | undefined,
): Omit<NewImport, 'kind' | 'collectionId'> {
  const { mode, mappingId, saveMappingAs, dateOrder } = query;
  const fileName = query.fileName ?? fileNameIn(request.header('content-disposition'));
  return {
    ...fileAsked({ ...query, fileName }),
    mode,
    fileName,
    bytes: lengthOf(request),
    dryRun: query.dryRun === 'true',
    ignoreUnknown: query.ignoreUnknown === 'true',
    mapping: query.mapping === undefined ? {} : mappingOf(query.mapping),
    mappingId,
    saveMappingAs,
    dateOrder,
    idempotencyKey,
  };
}

function lengthOf(request: Request): number | undefined {
  const text = request.header('content-length');
  return text === undefined || !/^\d{1,15}$/.test(text) ? undefined : Number(text);
}

function refuseFormat(): never {
  throw new InvalidRequest([
    {
      field: 'query/format',
      code: 'missing',
      expected: 'csv, tsv, jsonl or xlsx, or a fileName with such an ending',
      fix: 'Add the field.',
    },
  ]);
}

function mappingOf(text: string): Record<string, string> {
  try {
    return mappingSchema.parse(JSON.parse(text));
  } catch {
    throw new InvalidRequest([
      {
        field: 'query/mapping',
        code: 'bad-value',
        expected: 'a JSON object of texts, as {"first name":"given_name"}',
        fix: 'Correct the value.',
      },
    ]);
  }
}
