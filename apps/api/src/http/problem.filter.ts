import { STATUS_CODES } from 'node:http';
import {
  Catch,
  HttpException,
  Logger,
  type ArgumentsHost,
  type ExceptionFilter,
} from '@nestjs/common';
import { CodedError, currentCorrelation, type ErrorKind } from '@athar/diagnostics';
import type { Response } from 'express';
import { IfMatchMissing } from './errors.js';
import { PROBLEM_MEDIA_TYPE, type ProblemDocument } from './problem.js';

const statusOfKind: Record<ErrorKind, number> = {
  invalid: 422,
  'not-found': 404,
  forbidden: 403,
  conflict: 409,
  precondition: 412,
  'too-large': 413,
  unavailable: 503,
  internal: 500,
};

/** The last station of every error: a problem document for the client, a line for the operator. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('api');

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    const document = describe(error);
    if (document.status >= 500)
      this.log.error(error instanceof Error ? error : 'Unknown error', 'api');
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(document.status).type(PROBLEM_MEDIA_TYPE).send(JSON.stringify(document));
  }
}

function describe(error: unknown): ProblemDocument {
  if (error instanceof CodedError) return ofCoded(error);
  const status = statusOfForeign(error);
  if (status === undefined) return document(500, 'internal', 'Something went wrong on our side.');
  return document(status, codeOfStatus(status), foreignDetail(status));
}

function ofCoded(error: CodedError): ProblemDocument {
  const status = error instanceof IfMatchMissing ? 428 : statusOfKind[error.kind];
  const result = document(status, error.code, error.message);
  return error.problems.length > 0 ? { ...result, problems: error.problems } : result;
}

function document(status: number, code: string, detail: string): ProblemDocument {
  const correlationId = currentCorrelation();
  return {
    type: `urn:athar:problem:${code}`,
    title: STATUS_CODES[status] ?? 'Error',
    status,
    detail,
    code,
    ...(correlationId === undefined ? {} : { correlationId }),
  };
}

/** Client errors raised by Nest and Express themselves; anything else is ours. */
function statusOfForeign(error: unknown): number | undefined {
  const status = error instanceof HttpException ? error.getStatus() : statusProperty(error);
  return status !== undefined && status >= 400 && status < 500 ? status : undefined;
}

function statusProperty(error: unknown): number | undefined {
  if (error instanceof URIError) return 400;
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : undefined;
}

function codeOfStatus(status: number): string {
  return (STATUS_CODES[status] ?? 'error').toLowerCase().replaceAll(/[^a-z]+/g, '-');
}

function foreignDetail(status: number): string {
  if (status === 400) return 'The request could not be read: its JSON or its address is malformed.';
  if (status === 404) return 'There is nothing at this address.';
  if (status === 413) return 'The request is larger than this address takes.';
  if (status === 415) return 'The request’s encoding is not one that is read here; send UTF-8.';
  return 'The request could not be handled.';
}
