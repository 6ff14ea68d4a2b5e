import { ConfigurableModuleBuilder, Module } from '@nestjs/common';
import { JobProducer } from './job-producer.js';
import { OpenQueues } from './open-queues.js';
import type { QueueOptions } from './queue-options.js';

const { ConfigurableModuleClass, MODULE_OPTIONS_TOKEN } =
  new ConfigurableModuleBuilder<QueueOptions>()
    .setClassMethodName('forRoot')
    .setExtras({}, (definition) => ({ ...definition, global: true }))
    .build();

/**
 * Opens the queues for the whole app: `forRoot(options)`, or `forRootAsync({ useFactory, inject })`.
 * The app does not start where the server of the queues is away.
 */
@Module({
  providers: [
    {
      provide: OpenQueues,
      useFactory: (options: QueueOptions) => OpenQueues.open(options),
      inject: [MODULE_OPTIONS_TOKEN],
    },
    JobProducer,
  ],
  exports: [OpenQueues, JobProducer],
})
export class QueueModule extends ConfigurableModuleClass {}
