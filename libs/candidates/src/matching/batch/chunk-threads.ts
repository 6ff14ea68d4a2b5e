import { Inject, Injectable, Optional, type OnApplicationShutdown } from '@nestjs/common';
import type { LogLevel } from '@athar/diagnostics';
import { PERSISTENCE_OPTIONS, type PersistenceOptions } from '@athar/persistence';
import { ChunkMatching, type Chunk, type ChunkOutcome } from './chunk-matching.js';
import { ChunkThread } from './chunk-thread.js';

/** In which threads a worker matches chunks. */
export interface ChunkThreadsOptions {
  /** 0: in the process's own. */
  threads: number;
  logLevel: LogLevel;
}

/** Fewer reports are matched sooner than a thread has started and read the registry. */
const FEW = 200;

/** The provider of {@link ChunkThreadsOptions}; without one no thread is started. */
export const CHUNK_THREADS = Symbol('CHUNK_THREADS');

/**
 * Matches chunks in threads, so that the process's own stays free to renew the locks of jobs and to
 * match a single report at once. Threads are started when the first chunk comes; each has a connection
 * to the database and an index of its own.
 */
@Injectable()
export class ChunkThreads implements OnApplicationShutdown {
  private readonly idle: ChunkThread[] = [];
  private readonly started = new Set<ChunkThread>();
  private readonly waiting: ((thread: ChunkThread) => void)[] = [];

  constructor(
    private readonly here: ChunkMatching,
    @Inject(PERSISTENCE_OPTIONS) private readonly persistence: PersistenceOptions,
    @Optional() @Inject(CHUNK_THREADS) private readonly options?: ChunkThreadsOptions,
  ) {}

  /** See {@link ChunkMatching.match}. */
  async match(chunk: Chunk): Promise<ChunkOutcome> {
    const few = chunk.reports <= FEW;
    if (!this.options || this.options.threads === 0 || few) return this.here.match(chunk);
    const thread = await this.take(this.options);
    try {
      return await thread.match(chunk);
    } finally {
      this.giveBack(thread);
    }
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.started].map((thread) => thread.end()));
  }

  private take({ threads, logLevel }: ChunkThreadsOptions): Promise<ChunkThread> {
    const idle = this.idle.pop();
    if (idle) return Promise.resolve(idle);
    if (this.started.size >= threads) return new Promise((resolve) => this.waiting.push(resolve));
    return Promise.resolve(this.start(logLevel));
  }

  private start(logLevel: LogLevel): ChunkThread {
    const thread = new ChunkThread(this.persistence, logLevel);
    this.started.add(thread);
    return thread;
  }

  /** A thread that has ended is replaced by a new one for whoever waits. */
  private giveBack(thread: ChunkThread): void {
    if (thread.ended) this.started.delete(thread);
    const next = this.waiting.shift();
    const free = thread.ended && this.options && next ? this.start(this.options.logLevel) : thread;
    if (next) next(free);
    else if (!free.ended) this.idle.push(free);
  }
}
