import { Logger, type OnApplicationShutdown } from '@nestjs/common';
import { describeError } from '@athar/diagnostics';
import type { Backend, JobFlows, JobQueue } from './backend.js';
import { QueueUnavailable } from './errors.js';
import { QUEUES, type QueueName } from './jobs.js';
import { openBackend } from './open-backend.js';
import type { QueueOptions } from './queue-options.js';

/** The open connection to the server of the queues; closed last of all, after the workers. */
export class OpenQueues implements OnApplicationShutdown {
  private readonly logger = new Logger('queue');
  private readonly queues = new Map<QueueName, JobQueue>();
  readonly flows: JobFlows;
  private closed = false;

  private constructor(readonly backend: Backend) {
    for (const name of QUEUES) {
      const queue = backend.queue(name);
      queue.on('error', (error) => this.report(error));
      this.queues.set(name, queue);
    }
    this.flows = backend.flows();
    this.flows.on('error', (error) => this.report(error));
  }

  /** @throws QueueUnavailable where the server does not answer. */
  static async open(options: QueueOptions): Promise<OpenQueues> {
    const open = new OpenQueues(await openBackend(options));
    const parts = [...open.queues.values(), open.flows];
    await Promise.all(parts.map((part) => part.waitUntilReady()));
    return open;
  }

  get(name: QueueName): JobQueue {
    const queue = this.queues.get(name);
    if (queue === undefined) throw new QueueUnavailable(undefined);
    return queue;
  }

  /** Writes what the driver complains of into the log; it goes on trying by itself. */
  report(error: Error): void {
    // BullMQ ends its pools a little after close() has settled; a server that stops then is no trouble.
    if (this.closed) return;
    this.logger.warn({ message: 'The queue has trouble', error: describeError(error) });
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.queues.values(), this.flows].map((part) => part.close()));
    await this.backend.close();
    this.closed = true;
  }
}
