import { Module, type DynamicModule } from '@nestjs/common';
import { CHUNK_THREADS, type ChunkThreadsOptions } from './chunk-threads.js';

/** Makes the app match chunks in threads of their own; for workers. */
@Module({})
export class ChunkThreadsModule {
  static forRoot(options: ChunkThreadsOptions): DynamicModule {
    return {
      module: ChunkThreadsModule,
      global: true,
      providers: [{ provide: CHUNK_THREADS, useValue: options }],
      exports: [CHUNK_THREADS],
    };
  }
}
