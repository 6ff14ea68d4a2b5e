import type { Job } from 'bullmq';
import type { JobQueue } from './backend.js';
import { readReason } from './job-failure.js';
import type { JobPayloads, QueueName, StoredPayload } from './jobs.js';

/** A job that was given up. Holds ids and our own words only, so it may be shown and logged. */
export interface FailedJob {
  queue: QueueName;
  id: string;
  payload: JobPayloads[QueueName];
  correlationId?: string;
  /** How often it was tried since it was queued or last retried. */
  attempts: number;
  failedCode: string;
  failedMessage: string;
  /** True where the sweep leaves it to a person. */
  permanent: boolean;
  failedAt: Date;
}

type StoredJob = Job<StoredPayload, void, QueueName>;

const PAGE = 200;

export function describeFailed(queue: QueueName, job: StoredJob): FailedJob {
  const { correlationId, ...payload } = job.data;
  const reason = readReason(job.failedReason);
  return {
    queue,
    id: job.id ?? '',
    payload: payload as JobPayloads[QueueName],
    ...(correlationId === undefined ? {} : { correlationId }),
    attempts: job.attemptsMade,
    failedCode: reason.code,
    failedMessage: reason.message,
    permanent: reason.permanent,
    failedAt: new Date(job.finishedOn ?? job.timestamp),
  };
}

/** Puts a failed job back with all its attempts. False where someone else was quicker. */
export async function retry(job: StoredJob): Promise<boolean> {
  try {
    await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    return true;
  } catch (error) {
    if (await job.isFailed()) throw error;
    return false;
  }
}

/** Every failed job that may succeed when tried again. All are read before the first is moved. */
export async function passingFailures(queue: JobQueue): Promise<StoredJob[]> {
  const found: StoredJob[] = [];
  for (let from = 0; ; from += PAGE) {
    const page = await queue.getFailed(from, from + PAGE - 1);
    found.push(...page.filter((job) => !readReason(job.failedReason).permanent));
    if (page.length < PAGE) return found;
  }
}
