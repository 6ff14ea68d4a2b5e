import type { Problem } from '@athar/diagnostics';
import { z } from 'zod';

/** A problem document (RFC 9457), served as application/problem+json. */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  code: string;
  correlationId?: string;
  problems?: readonly Problem[];
}

export const PROBLEM_MEDIA_TYPE = 'application/problem+json';

const problemItem = z.object({
  field: z.string().meta({ example: '/contacts/0/email' }),
  code: z.string().meta({ example: 'bad-value' }),
  expected: z.string().meta({ example: 'an e-mail address' }),
  fix: z.string().meta({ example: 'Correct the address or leave the field out.' }),
  row: z.int().optional().meta({ example: 17 }),
});

/** Shape of every error answer, for the API page. */
export const problemSchema = z.object({
  type: z.string().meta({ example: 'urn:athar:problem:invalid-request' }),
  title: z.string().meta({ example: 'Unprocessable Entity' }),
  status: z.int().meta({ example: 422 }),
  detail: z.string().meta({ example: 'The request has 1 problem.' }),
  code: z.string().meta({ example: 'invalid-request' }),
  correlationId: z.string().optional().meta({ example: '7b0f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e' }),
  problems: z.array(problemItem).optional(),
});
