import { NestFactory } from '@nestjs/core';
import type { JsonLogger } from '@athar/diagnostics';
import { WorkerModule, type WorkerOptions } from './worker.module.js';

export interface RunningWorker {
  /** Finishes the jobs at hand, takes no more, then lets go of queue and database. */
  close(): Promise<void>;
}

/** Starts taking jobs. */
export async function startWorker(
  options: WorkerOptions,
  logger: JsonLogger,
): Promise<RunningWorker> {
  const app = await NestFactory.createApplicationContext(WorkerModule.forRoot(options), {
    logger,
    abortOnError: false,
  });
  return { close: () => app.close() };
}
