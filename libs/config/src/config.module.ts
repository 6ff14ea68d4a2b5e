import { Module, type DynamicModule } from '@nestjs/common';
import type { Config } from './config.js';

/** Injection token of the {@link Config} of this process. */
export const CONFIG = Symbol('CONFIG');

/** Hands the settings, parsed before Nest starts, to everyone who injects {@link CONFIG}. */
@Module({})
export class ConfigModule {
  static forRoot(config: Config): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [{ provide: CONFIG, useValue: config }],
      exports: [CONFIG],
    };
  }
}
