import { Inject, Injectable } from '@nestjs/common';
import { JobProducer } from './job-producer.js';
import { QUEUE_WORKERS_OPTIONS, type QueueWorkersOptions } from './queue-workers-options.js';

/**
 * Queues a sweep every so often. Each worker process has such a clock; the id of the sweep is that
 * of its stretch of time, so that many clocks still make one sweep.
 *
 * Not BullMQ's job scheduler: its plan lies in the queue, and a Redis that lost its memory has lost
 * the plan too, just when the sweep is needed to queue again what else was lost.
 */
@Injectable()
export class SweepClock {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly producer: JobProducer,
    @Inject(QUEUE_WORKERS_OPTIONS) private readonly options: QueueWorkersOptions,
  ) {}

  /** Queues a sweep now and begins to count. */
  start(): void {
    const every = (this.options.sweepEverySeconds ?? 60) * 1_000;
    this.timer = setInterval(() => void this.tick(every), every);
    void this.tick(every);
  }

  stop(): void {
    clearInterval(this.timer);
  }

  private async tick(every: number): Promise<void> {
    const stretch = Math.floor(Date.now() / every);
    await this.producer.addOrLeaveToSweep('sweep', {}, { id: `sweep-${stretch}` });
  }
}
