import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from '@athar/access';
import { ConfigModule, type Config } from '@athar/config';
import { PersistenceModule, type PersistenceOptions } from '@athar/persistence';
import { QueueModule, QueueWorkersModule, type QueueOptions } from '@athar/queue';
import { Heartbeat } from './heartbeat.js';
import { processors, workedModules } from './processors.js';

export interface WorkerOptions {
  config: Config;
  persistence: PersistenceOptions;
  queue: QueueOptions;
}

/** The same services as the API's, driven by jobs. */
@Module({})
export class WorkerModule {
  static forRoot(options: WorkerOptions): DynamicModule {
    const { sweepSeconds } = options.config.worker;
    return {
      module: WorkerModule,
      imports: [
        ConfigModule.forRoot(options.config),
        PersistenceModule.forRoot(options.persistence),
        QueueModule.forRoot(options.queue),
        QueueWorkersModule.forRoot({ sweepEverySeconds: sweepSeconds }),
        AccessModule,
        ...workedModules,
      ],
      providers: [Heartbeat, ...processors],
    };
  }
}
