import {
  Inject,
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DiscoveryService, Reflector } from '@nestjs/core';
import type { JobWorker } from './backend.js';
import { findHandlers } from './find-handlers.js';
import { jobFunction } from './job-function.js';
import { DEFAULT_CONCURRENCY, REVIVAL } from './job-settings.js';
import type { QueueName } from './jobs.js';
import { OpenQueues } from './open-queues.js';
import type { JobHandler } from './processes.js';
import { QUEUE_WORKERS_OPTIONS, type QueueWorkersOptions } from './queue-workers-options.js';

/** Takes jobs from the moment the app is up until it is asked to end. */
@Injectable()
export class WorkerRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('queue');
  private readonly workers: JobWorker[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly queues: OpenQueues,
    @Inject(QUEUE_WORKERS_OPTIONS) private readonly options: QueueWorkersOptions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const [queue, handler] of findHandlers(this.discovery, this.reflector)) {
      this.workers.push(this.start(queue, handler));
    }
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
  }

  /**
   * Takes no more jobs and ends when those at hand are done. Before every room's
   * onApplicationShutdown, so that databases and queues are still open for them.
   */
  async beforeApplicationShutdown(): Promise<void> {
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  private start(queue: QueueName, handler: JobHandler<QueueName>): JobWorker {
    const concurrency = this.options.concurrency?.[queue] ?? DEFAULT_CONCURRENCY[queue];
    const work = jobFunction(handler, this.logger);
    const worker = this.queues.backend.worker(queue, work, { ...REVIVAL, concurrency });
    worker.on('error', (error) => this.queues.report(error));
    worker.on('lockRenewalFailed', (ids) => ids.forEach((id) => worker.cancelJob(id)));
    return worker;
  }
}
