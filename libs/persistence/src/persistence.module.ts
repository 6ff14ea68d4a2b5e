import { Module, type DynamicModule } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { Database, MATCHER } from './database.js';
import { SCHEMA } from './roles/role-names.js';
import { KeyRing, MASTER_KEY } from './sealing/key-ring.js';
import { MasterKey } from './sealing/master-key.js';

export interface PersistenceOptions {
  appUrl: string;
  matcherUrl: string;
  masterKey: MasterKey;
  /** Connections a role may hold in this process. */
  poolSize?: number;
}

/** What the module was opened with, for whoever opens it anew in another thread. */
export const PERSISTENCE_OPTIONS = Symbol('PERSISTENCE_OPTIONS');

/** Data sources by role, transactions, seals. Migrations are run before Nest starts. */
@Module({})
export class PersistenceModule {
  static forRoot(options: PersistenceOptions): DynamicModule {
    return {
      module: PersistenceModule,
      global: true,
      imports: [
        TypeOrmModule.forRoot(source(options, options.appUrl, 'athar-app')),
        TypeOrmModule.forRoot({
          ...source(options, options.matcherUrl, 'athar-matcher'),
          name: MATCHER,
        }),
      ],
      providers: [
        Database,
        KeyRing,
        { provide: MASTER_KEY, useValue: options.masterKey },
        { provide: PERSISTENCE_OPTIONS, useValue: options },
      ],
      exports: [Database, KeyRing, PERSISTENCE_OPTIONS],
    };
  }
}

function source(options: PersistenceOptions, url: string, applicationName: string) {
  return {
    type: 'postgres' as const,
    url,
    schema: SCHEMA,
    applicationName,
    poolSize: options.poolSize ?? 10,
    autoLoadEntities: true,
    synchronize: false,
    logging: false,
    // A lost connection must not make start-up hang for minutes: the operator is told at once.
    retryAttempts: 3,
    retryDelay: 1000,
  };
}
