import { randomUUID } from 'node:crypto';
import { isCorrelationId, withCorrelation } from '@athar/diagnostics';
import type { NextFunction, Request, Response } from 'express';

export const CORRELATION_HEADER = 'x-correlation-id';

/** Gives every request a correlation id, its own or a new one, and hands it back to the client. */
export function correlation(request: Request, response: Response, next: NextFunction): void {
  const given = request.header(CORRELATION_HEADER);
  const id = isCorrelationId(given) ? given : randomUUID();
  response.setHeader(CORRELATION_HEADER, id);
  withCorrelation(id, next);
}
