import type { FlowProducer, Processor, Queue, Worker, WorkerOptions } from 'bullmq';
import type { QueueName, StoredPayload } from './jobs.js';

type TypedQueue = Queue<StoredPayload, void, QueueName>;
type TypedWorker = Worker<StoredPayload, void, QueueName>;

/** The part of BullMQ's Queue that this room uses; the same on both backends. */
export type JobQueue = Pick<
  TypedQueue,
  'add' | 'getJob' | 'getFailed' | 'getJobCounts' | 'waitUntilReady' | 'close'
> & { on(event: 'error', listener: (error: Error) => void): unknown };

/** The part of BullMQ's FlowProducer that this room uses. */
export type JobFlows = Pick<FlowProducer, 'add' | 'waitUntilReady' | 'close'> & {
  on(event: 'error', listener: (error: Error) => void): unknown;
};

/** The part of BullMQ's Worker that this room uses. */
export type JobWorker = Pick<TypedWorker, 'waitUntilReady' | 'cancelJob' | 'close'> & {
  on(event: 'error', listener: (error: Error) => void): unknown;
  on(event: 'lockRenewalFailed', listener: (jobIds: string[]) => void): unknown;
};

export type JobFunction = Processor<StoredPayload, void, QueueName>;
export type WorkerSettings = Omit<WorkerOptions, 'connection' | 'prefix'>;

/** One server that holds the queues. `close` only after every queue and worker is closed. */
export interface Backend {
  queue(name: QueueName): JobQueue;
  flows(): JobFlows;
  worker(name: QueueName, work: JobFunction, settings: WorkerSettings): JobWorker;
  close(): Promise<void>;
}
