import { ConfigurableModuleBuilder } from '@nestjs/common';
import type { QueueName } from './jobs.js';

export interface QueueWorkersOptions {
  /** Jobs at a time of one process, by queue; the rest have their default. */
  concurrency?: Partial<Record<QueueName, number>>;
  /** Seconds from one sweep to the next, for all workers together. Default 60. */
  sweepEverySeconds?: number;
}

export const {
  ConfigurableModuleClass: ConfigurableQueueWorkers,
  MODULE_OPTIONS_TOKEN: QUEUE_WORKERS_OPTIONS,
} = new ConfigurableModuleBuilder<QueueWorkersOptions>().setClassMethodName('forRoot').build();
