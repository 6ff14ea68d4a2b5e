import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { QUEUE_SCHEMA } from '@athar/persistence';
import { JobProducer, QueueModule, type QueueOptions } from '@athar/queue';
import type { CandidatesApp } from '../../support/candidates-app.js';
import { startRedis } from '../../support/servers.js';

/** Where the queue of one measurement lies. */
export interface QueuePlace {
  options: QueueOptions;
  jobs: JobProducer;
  close(): Promise<void>;
}

/** @param kind `redis`: a server of its own; `postgres`: beside the data. */
export async function openPlace(kind: string, app: CandidatesApp): Promise<QueuePlace> {
  if (kind === 'postgres') {
    const { queue } = app.database.urls;
    const options = { kind: 'postgres', connectionString: queue, schema: QUEUE_SCHEMA } as const;
    return { options, jobs: app.jobs, close: () => Promise.resolve() };
  }
  const server = await startRedis();
  const options = { kind: 'redis', url: server.url } as const;
  const context = await NestFactory.createApplicationContext(producerOf(options), {
    logger: false,
  });
  const close = async () => {
    await context.close();
    await server.stop();
  };
  return { options, jobs: context.get(JobProducer), close };
}

function producerOf(options: QueueOptions) {
  @Module({ imports: [QueueModule.forRoot(options)] })
  class Producer {}
  return Producer;
}
