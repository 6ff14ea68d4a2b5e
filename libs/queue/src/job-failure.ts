import { CodedError } from '@athar/diagnostics';
import { UnrecoverableError } from 'bullmq';

/** What is kept of a failure. */
export interface FailureReason {
  /** Code of the error; `unexpected-error` where it was not one of ours. */
  code: string;
  /** True where trying again cannot help. */
  permanent: boolean;
  /** Our own sentence, or the class and code of a foreign error. */
  message: string;
}

const kept = /^([a-z0-9-]+) \((permanent|passing)\): (.*)$/s;
const harmless = /^[A-Za-z0-9_]{1,64}$/;

/**
 * The error to throw to BullMQ in place of `error`. BullMQ stores the message and shows it on
 * dashboards; a driver's message may quote a name out of a report, so of a foreign error only its
 * class and code are kept. A permanent one is not tried again.
 */
export function toJobFailure(error: unknown): Error {
  const reason = reasonOf(error);
  const line = writeReason(reason);
  return reason.permanent ? new UnrecoverableError(line) : new Error(line);
}

/** One line for BullMQ's `failedReason`; {@link readReason} reads it back. */
export function writeReason({ code, permanent, message }: FailureReason): string {
  return `${code} (${permanent ? 'permanent' : 'passing'}): ${message}`;
}

/** Reads a stored reason. What BullMQ wrote itself (too many stalls) is `unexpected-error`. */
export function readReason(line: string | undefined): FailureReason {
  const [, code, permanence, message] = kept.exec(line ?? '') ?? [];
  if (code === undefined || message === undefined) {
    return { code: 'unexpected-error', permanent: false, message: 'The queue gave the job up.' };
  }
  return { code, permanent: permanence === 'permanent', message };
}

function reasonOf(error: unknown): FailureReason {
  if (error instanceof CodedError) {
    return { code: error.code, permanent: error.permanent, message: error.message };
  }
  const { name, code } = (error ?? {}) as { name?: unknown; code?: unknown };
  const told = [name, code].filter((part) => typeof part === 'string' && harmless.test(part));
  return { code: 'unexpected-error', permanent: false, message: told.join(' ') };
}
