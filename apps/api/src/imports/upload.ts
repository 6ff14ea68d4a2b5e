import type { NewImport } from '@athar/imports';
import { formatOf, type ByteSource } from '@athar/tabular';
import type { Request } from 'express';
import type { z } from 'zod';
import { InvalidRequest } from '../http/index.js';
import { mappingSchema, type importQuery } from './imports.dto.js';

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

/** What the address asks for. @throws InvalidRequest, UnknownTableFormat */
export function importAsked(
  collectionId: string,
  query: z.output<typeof importQuery>,
  idempotencyKey: string | undefined,
): NewImport {
  const { mode, fileName } = query;
  return {
    kind: 'entries',
    collectionId,
    mode,
    fileName,
    format: query.format ?? formatOf(fileName ?? refuseFormat()),
    dryRun: query.dryRun === 'true',
    ignoreUnknown: query.ignoreUnknown === 'true',
    mapping: query.mapping === undefined ? {} : mappingOf(query.mapping),
    idempotencyKey,
  };
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
