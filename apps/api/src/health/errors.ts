import { CodedError } from '@athar/diagnostics';

/** The database or the queue does not answer. */
export class NotReady extends CodedError {
  readonly code = 'not-ready';
  readonly kind = 'unavailable';

  constructor(cause: unknown) {
    super('The database or the queue does not answer yet.', { cause });
  }
}
