import { CodedError } from './coded-error.js';

/** What may be said of an error in a log line or a job's failedReason. */
export interface ErrorDescription {
  name: string;
  code?: string;
  message?: string;
  at?: string[];
  cause?: ErrorDescription;
}

/**
 * Describes an error without repeating values. Messages of foreign errors (a driver quoting a
 * column's value, a parser quoting a line) are left out; name, code and the stack's places stay.
 */
export function describeError(error: unknown, depth = 0): ErrorDescription {
  if (!(error instanceof Error)) return { name: typeof error };
  const description: ErrorDescription = { name: error.name };
  const code = (error as { code?: unknown }).code;
  if (typeof code === 'string') description.code = code;
  if (error instanceof CodedError) description.message = error.message;
  else description.at = placesOf(error);
  if (error.cause !== undefined && depth < 3) {
    description.cause = describeError(error.cause, depth + 1);
  }
  return description;
}

function placesOf(error: Error): string[] {
  const lines = (error.stack ?? '').split('\n').map((line) => line.trim());
  return lines.filter((line) => line.startsWith('at ')).slice(0, 8);
}
