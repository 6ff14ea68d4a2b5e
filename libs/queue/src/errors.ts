import { CodedError } from '@athar/diagnostics';
import type { QueueName } from './jobs.js';

/** A job id that the queue could not store. */
export class InvalidJobId extends CodedError {
  readonly code = 'invalid-job-id';
  readonly kind = 'internal';

  constructor() {
    super('A job id is 1 to 200 of letters, digits, dot, underscore and dash, and not a number.');
  }
}

/** The server that holds the queues did not answer. */
export class QueueUnavailable extends CodedError {
  readonly code = 'queue-unavailable';
  readonly kind = 'unavailable';
  override readonly permanent = false;

  constructor(cause: unknown) {
    super('The queue cannot be reached.', { cause });
  }
}

/** No job has this id any more: it was done, or never queued. */
export class JobNotFound extends CodedError {
  readonly code = 'job-not-found';
  readonly kind = 'not-found';

  constructor() {
    super('There is no such job.');
  }
}

/** Only a failed job can be tried again. */
export class JobNotFailed extends CodedError {
  readonly code = 'job-not-failed';
  readonly kind = 'conflict';

  constructor() {
    super('The job has not failed.');
  }
}

/** A worker without a handler for some queue would let its jobs wait for ever. */
export class HandlerMissing extends CodedError {
  readonly code = 'handler-missing';
  readonly kind = 'internal';

  constructor(queues: readonly QueueName[]) {
    super(`No provider is marked with @Processes for: ${queues.join(', ')}.`);
  }
}

/** Two handlers for one queue: it would be left to chance which of them runs. */
export class HandlerDoubled extends CodedError {
  readonly code = 'handler-doubled';
  readonly kind = 'internal';

  constructor(queues: readonly QueueName[]) {
    super(`More than one provider is marked with @Processes for: ${queues.join(', ')}.`);
  }
}
