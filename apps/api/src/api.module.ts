import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE } from '@nestjs/core';
import { AccessModule } from '@athar/access';
import { ConfigModule, type Config } from '@athar/config';
import { PersistenceModule, type PersistenceOptions } from '@athar/persistence';
import { QueueModule, type QueueOptions } from '@athar/queue';
import { HealthController } from './health/health.controller.js';
import { ActorGuard } from './http/actor.guard.js';
import { ETagInterceptor } from './http/etag.interceptor.js';
import { ProblemFilter } from './http/problem.filter.js';
import { ValidationPipe } from './http/validation.pipe.js';
import { OrganisationController } from './organisation/organisation.controller.js';
import { resourceControllers, resourceModules } from './resources.js';

export interface ApiOptions {
  config: Config;
  persistence: PersistenceOptions;
  queue: QueueOptions;
  /** What else runs in the same process on the same connections, as a worker does. */
  alongside?: readonly DynamicModule[];
}

/** HTTP only: every route reads a request, calls one service, answers. */
@Module({})
export class ApiModule {
  static forRoot(options: ApiOptions): DynamicModule {
    return {
      module: ApiModule,
      imports: [
        ConfigModule.forRoot(options.config),
        PersistenceModule.forRoot(options.persistence),
        QueueModule.forRoot(options.queue),
        AccessModule,
        ...resourceModules,
        ...(options.alongside ?? []),
      ],
      controllers: [HealthController, OrganisationController, ...resourceControllers],
      providers: [
        { provide: APP_FILTER, useClass: ProblemFilter },
        { provide: APP_PIPE, useClass: ValidationPipe },
        { provide: APP_GUARD, useClass: ActorGuard },
        { provide: APP_INTERCEPTOR, useClass: ETagInterceptor },
      ],
    };
  }
}
