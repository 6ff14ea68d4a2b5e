export {
  HandlerDoubled,
  HandlerMissing,
  InvalidJobId,
  JobNotFailed,
  JobNotFound,
  QueueUnavailable,
} from './errors.js';
export type { FailedJob } from './failed-jobs.js';
export type { AddOptions, JobToAdd } from './job-node.js';
export { JobProducer, type AddOutcome } from './job-producer.js';
export { QUEUES, type JobCounts, type JobPayloads, type QueueName } from './jobs.js';
export { Processes, type JobContext, type JobHandler } from './processes.js';
export type { QueueOptions } from './queue-options.js';
export { QueueModule } from './queue.module.js';
export type { QueueWorkersOptions } from './queue-workers-options.js';
export { QueueWorkersModule } from './queue-workers.module.js';
