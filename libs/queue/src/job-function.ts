import { randomUUID } from 'node:crypto';
import type { Logger } from '@nestjs/common';
import { describeError, withCorrelation } from '@athar/diagnostics';
import type { Job } from 'bullmq';
import type { JobFunction } from './backend.js';
import { toJobFailure } from './job-failure.js';
import type { JobPayloads, QueueName, StoredPayload } from './jobs.js';
import type { JobContext, JobHandler } from './processes.js';

/** What BullMQ calls for every job of a queue: the handler, under the job's correlation id. */
export function jobFunction(handler: JobHandler<QueueName>, logger: Logger): JobFunction {
  // BullMQ hands a signal only to functions that declare all three parameters.
  return (job, _token, signal) => {
    const { correlationId = randomUUID(), ...payload } = job.data;
    return withCorrelation(correlationId, async () => {
      try {
        await handler.handle(payload as JobPayloads[QueueName], contextOf(job, signal));
      } catch (error) {
        const { name: queue, id } = job;
        logger.warn({ message: 'A job failed', queue, jobId: id, error: describeError(error) });
        throw toJobFailure(error);
      }
    });
  };
}

function contextOf(
  job: Job<StoredPayload, void, QueueName>,
  signal: AbortSignal | undefined,
): JobContext {
  return {
    id: job.id ?? '',
    attempt: job.attemptsMade + 1,
    signal: signal ?? new AbortController().signal,
    progress: (done) => job.updateProgress(done),
  };
}
