import { currentCorrelation } from '@athar/diagnostics';
import type { JobsOptions } from 'bullmq';
import { InvalidJobId } from './errors.js';
import { jobSettings } from './job-settings.js';
import type { JobPayloads, QueueName, StoredPayload } from './jobs.js';

export interface AddOptions {
  /**
   * Names the work, so that the same work is never queued twice, as in
   * `report-<uuid>-r<revision>-g<generation>`: letters, digits, dot, underscore, dash.
   */
  id: string;
  /** 1 to 2,097,151, lower first; jobs without one go before all that have one. */
  priority?: number;
  /** Milliseconds to wait before the job may be taken. */
  delay?: number;
}

/** A job with the queue that it goes to. */
export interface JobToAdd<Q extends QueueName> extends AddOptions {
  queue: Q;
  payload: JobPayloads[Q];
}

/** A job as BullMQ takes it. */
export interface JobNode<Q extends QueueName> {
  name: Q;
  queueName: Q;
  data: StoredPayload<Q>;
  opts: JobsOptions;
}

const wellFormedId = /^(?!\d+$)[A-Za-z0-9._-]{1,200}$/;

/** Adds what all jobs of a queue have in common. @throws InvalidJobId */
export function jobNode<Q extends QueueName>(job: JobToAdd<Q>): JobNode<Q> {
  const { queue, payload, id, ...options } = job;
  if (!wellFormedId.test(id)) throw new InvalidJobId();
  const correlationId = currentCorrelation();
  const data = correlationId === undefined ? payload : { ...payload, correlationId };
  return {
    name: queue,
    queueName: queue,
    data,
    opts: { ...jobSettings(queue), ...options, jobId: id },
  };
}
