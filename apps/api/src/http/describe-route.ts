import { applyDecorators } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiResponse } from '@nestjs/swagger';
import type { z } from 'zod';
import { PROBLEM_MEDIA_TYPE, problemSchema } from './problem.js';

const meaning = {
  400: 'The request could not be read',
  403: 'The acting member is unknown or may not do this',
  404: 'There is no such resource in this organisation',
  409: 'It conflicts with what is there',
  412: 'Somebody else edited it since: read it again',
  413: 'It is larger than this address takes',
  422: 'Fields are wrong; `problems` names each with its fix',
  428: 'If-Match is missing',
  503: 'A service behind the API is out of reach; try again later',
} as const;

export type ProblemStatus = keyof typeof meaning;

export interface RouteDescription {
  summary: string;
  description?: string;
  /** Status of success; 200 where left out. */
  status?: number;
  /** What a success answers, with examples in its fields. */
  answers?: z.ZodType;
  /** Media types of the file that a success answers instead. */
  file?: readonly string[];
  /** Errors that this route can answer beside those that every route can (400, 403, 422). */
  errors?: readonly ProblemStatus[];
  /** The route takes an Idempotency-Key. */
  idempotent?: boolean;
  /** The route needs If-Match. */
  conditional?: boolean;
}

/** Everything the API page says of one route, from one place. */
export function DescribeRoute(route: RouteDescription): MethodDecorator {
  const errors = new Set<ProblemStatus>([400, 403, 422, ...(route.errors ?? [])]);
  if (route.idempotent) errors.add(409);
  if (route.conditional) [412, 428].forEach((status) => errors.add(status as ProblemStatus));
  return applyDecorators(
    ApiOperation({
      summary: route.summary,
      ...(route.description === undefined ? {} : { description: route.description }),
    }),
    ApiResponse({
      status: route.status ?? 200,
      description: 'Done',
      ...(route.answers ? { standardSchema: route.answers } : {}),
      ...(route.file ? { content: fileContent(route.file) } : {}),
    }),
    ...[...errors].map((status) =>
      ApiResponse({
        status,
        description: meaning[status],
        content: { [PROBLEM_MEDIA_TYPE]: { schema: { $ref: '#/components/schemas/Problem' } } },
      }),
    ),
    ...(route.idempotent ? [ApiHeader(idempotencyHeader)] : []),
    ...(route.conditional ? [ApiHeader(ifMatchHeader)] : []),
  );
}

function fileContent(mediaTypes: readonly string[]) {
  const schema = { type: 'string' as const, format: 'binary' };
  return Object.fromEntries(mediaTypes.map((type) => [type, { schema }]));
}

const idempotencyHeader = {
  name: 'Idempotency-Key',
  required: false,
  description: 'A random UUID; a repeated request with the same key does nothing twice',
  schema: { type: 'string' as const, maxLength: 200 },
};

const ifMatchHeader = {
  name: 'If-Match',
  required: true,
  description: 'The ETag of the version that was edited',
  schema: { type: 'string' as const, example: '"1"' },
};

export { problemSchema };
