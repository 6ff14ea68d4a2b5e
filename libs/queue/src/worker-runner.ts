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
import { SweepClock } from './sweep-clock.js';

/** Takes jobs from the moment the app is up until it is asked to end. */
@Injectable()
export class WorkerRunner implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger('queue');
  private readonly workers: JobWorker[] = [];

  constructor(
    private readonly discovery: DiscoveryService,
    private readonly reflector: Reflector,
    private readonly queues: OpenQueues,
    private readonly clock: SweepClock,
    @Inject(QUEUE_WORKERS_OPTIONS) private readonly options: QueueWorkersOptions,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    for (const [queue, handler] of await this.handlers()) {
      this.workers.push(this.start(queue, handler));
    }
    await Promise.all(this.workers.map((worker) => worker.waitUntilReady()));
    this.clock.start();
  }

  /**
   * Takes no more jobs and ends when those at hand are done. Before every room's
   * onApplicationShutdown, so that databases and queues are still open for them.
   */
  async beforeApplicationShutdown(): Promise<void> {
    this.clock.stop();
    await Promise.all(this.workers.map((worker) => worker.close()));
  }

  /** An app that fails to start is not shut down: what is open would keep its process alive. */
  private async handlers(): Promise<Map<QueueName, JobHandler<QueueName>>> {
    try {
      return findHandlers(this.discovery, this.reflector);
    } catch (error) {
      await this.queues.onApplicationShutdown();
      throw error;
    }
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
