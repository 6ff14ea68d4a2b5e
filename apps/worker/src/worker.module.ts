import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { ChunkThreadsModule } from '@athar/candidates';
import { ConfigModule, type Config } from '@athar/config';
import { PersistenceModule, type PersistenceOptions } from '@athar/persistence';
import { QueueModule, QueueWorkersModule, type QueueName, type QueueOptions } from '@athar/queue';
import { Heartbeat } from './heartbeat.js';
import { processors, workedModules } from './processors.js';
import { RegistryFollower } from './registry-follower.js';

export interface WorkerOptions {
  config: Config;
  persistence: PersistenceOptions;
  queue: QueueOptions;
}

/** The same services as the API's, driven by jobs. */
@Module({})
export class WorkerModule {
  /** A worker in a process of its own. */
  static forRoot(options: WorkerOptions): DynamicModule {
    const inside = WorkerModule.inside(options.config);
    return {
      ...inside,
      imports: [
        ConfigModule.forRoot(options.config),
        PersistenceModule.forRoot(options.persistence),
        QueueModule.forRoot(options.queue),
        AccessModule,
        ...(inside.imports ?? []),
      ],
    };
  }

  /** A worker inside an app that has opened configuration, database and queue already. */
  static inside(config: Config): DynamicModule {
    return {
      module: WorkerModule,
      imports: [
        QueueWorkersModule.forRoot({
          sweepEverySeconds: config.worker.sweepSeconds,
          concurrency: concurrencyOf(config),
        }),
        ChunkThreadsModule.forRoot({ threads: config.worker.threads, logLevel: config.logLevel }),
        ...workedModules,
      ],
      providers: [Heartbeat, RegistryFollower, ...processors],
    };
  }
}

/**
 * Sending holds a database connection for the whole talk with the mail server, up to a minute where
 * that is slow: more at once would keep the connections from matching and imports. It is also as many
 * as the mail server is offered connections.
 */
const MOST_LETTERS_AT_ONCE = 2;

/** Jobs that are many and short, a chunk for each thread and one that waits for the next to be free; imports go one at a time. */
function concurrencyOf({ worker }: Config): Partial<Record<QueueName, number>> {
  return {
    'match-report': worker.concurrency,
    'match-chunk': worker.threads + 1,
    'send-message': Math.min(worker.concurrency, MOST_LETTERS_AT_ONCE),
  };
}
