import { SetMetadata } from '@nestjs/common';
import type { JobPayloads, QueueName } from './jobs.js';

export const PROCESSES = 'athar:processes';

/** What a handler may know of the job beyond its payload. */
export interface JobContext {
  readonly id: string;
  /** 1 at the first try. A try ended by the death of a worker does not count. */
  readonly attempt: number;
  /**
   * Aborted when this worker can no longer prove that it lives, so that another will take the job
   * over: stop writing. A long handler should look at it between its steps.
   */
  readonly signal: AbortSignal;
  /** Tells how far the job has come: 0 to 1. */
  progress(done: number): Promise<void>;
}

/**
 * Does the jobs of one queue. A job may come twice (a killed worker, a lost lock), so doing it again
 * must do no harm. Whatever it throws is tried again later, except a CodedError that is `permanent`.
 */
export interface JobHandler<Q extends QueueName> {
  handle(payload: JobPayloads[Q], context: JobContext): Promise<void>;
}

/** Marks the one provider that does the jobs of `queue` in a worker. */
export function Processes<Q extends QueueName>(queue: Q) {
  return (target: new (...dependencies: never[]) => JobHandler<Q>): void => {
    SetMetadata(PROCESSES, queue)(target);
  };
}
