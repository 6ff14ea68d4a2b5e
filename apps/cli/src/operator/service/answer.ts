import type { Problem } from '@athar/diagnostics';
import { NotTheService, Refused } from './errors.js';

/** The parts of a problem document (RFC 9457) that are shown. */
interface ProblemDocument {
  code: string;
  detail: string;
  problems?: Problem[];
}

/**
 * The body of an answer that says yes.
 *
 * @throws Refused with the sentences of the problem document, NotTheService where there is none.
 */
export function bodyOf<Body>(status: number, text: string): Body {
  const body = parsed(text);
  if (status < 300 && body !== undefined) return body as Body;
  if (!isProblemDocument(body)) throw new NotTheService(status);
  throw new Refused(status, body.code, body.detail, body.problems ?? []);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isProblemDocument(body: unknown): body is ProblemDocument {
  if (typeof body !== 'object' || body === null) return false;
  const { code, detail } = body as Partial<ProblemDocument>;
  return typeof code === 'string' && typeof detail === 'string';
}
