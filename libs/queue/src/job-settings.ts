import type { JobsOptions } from 'bullmq';
import type { WorkerSettings } from './backend.js';
import type { QueueName } from './jobs.js';

/** Eight tries with pauses of about 1, 2, 4 … 64 s: two minutes of an outage are ridden out. */
const patient: JobsOptions = {
  attempts: 8,
  backoff: { type: 'exponential', delay: 1_000, jitter: 0.5 },
  removeOnComplete: true,
  removeOnFail: false,
};

/** A sweep is followed by another; the last ones are kept, so that none runs twice in its time. */
const sweeping: JobsOptions = {
  attempts: 1,
  removeOnComplete: { count: 10 },
  removeOnFail: { count: 10 },
};

/** How jobs of a queue are tried and kept. No stack is kept: a foreign one begins with its message. */
export function jobSettings(queue: QueueName): JobsOptions {
  return { ...(queue === 'sweep' ? sweeping : patient), stackTraceLimit: 0 };
}

/** How many jobs one worker process takes at a time, where the app does not say otherwise. */
export const DEFAULT_CONCURRENCY: Readonly<Record<QueueName, number>> = {
  'match-report': 2,
  'compare-report': 1,
  'match-entries': 1,
  'match-chunk': 1,
  'end-matching': 1,
  'pair-entries': 1,
  'apply-import': 1,
  'send-message': 4,
  sweep: 1,
};

/**
 * A job whose worker was killed is taken again within 5 + 2 s, however often that happens. BullMQ's
 * own settings need a minute, and give up at the second time. On Redis the first worker to look for
 * dead ones sets the pace for all, so these are the same in every process.
 */
export const REVIVAL: WorkerSettings = {
  lockDuration: 5_000,
  stalledInterval: 2_000,
  maxStalledCount: 1_000,
};
