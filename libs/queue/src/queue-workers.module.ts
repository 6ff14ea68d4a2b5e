import { Module } from '@nestjs/common';
import { DiscoveryModule } from '@nestjs/core';
import { ConfigurableQueueWorkers } from './queue-workers-options.js';
import { SweepClock } from './sweep-clock.js';
import { WorkerRunner } from './worker-runner.js';

/** Makes the app a worker: it takes the jobs of every queue. Needs {@link QueueModule} beside it. */
@Module({ imports: [DiscoveryModule], providers: [WorkerRunner, SweepClock] })
export class QueueWorkersModule extends ConfigurableQueueWorkers {}
