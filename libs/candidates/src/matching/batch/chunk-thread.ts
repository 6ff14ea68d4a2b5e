import { Worker } from 'node:worker_threads';
import { Logger } from '@nestjs/common';
import { describeError, type LogLevel } from '@athar/diagnostics';
import type { PersistenceOptions } from '@athar/persistence';
import { ChunkThreadFailed } from '../../errors.js';
import type { Chunk, ChunkOutcome } from './chunk-matching.js';

/** What a thread is started with. */
export interface ChunkThreadSetup {
  appUrl: string;
  matcherUrl: string;
  masterKey: Uint8Array;
  logLevel: LogLevel;
}

/** What a thread answers for each chunk; of an error its code alone. */
export type ChunkAnswer =
  | { outcome: ChunkOutcome; failure?: undefined }
  | { failure: { code: string; permanent: boolean }; outcome?: undefined };

const script = new URL('./serve-chunks.js', import.meta.url);

/** One thread that matches a chunk at a time. */
export class ChunkThread {
  /** True once it cannot be asked any more. */
  ended = false;
  private readonly logger = new Logger('candidates');
  private readonly worker: Worker;
  private asked:
    { resolve: (outcome: ChunkOutcome) => void; reject: (error: Error) => void } | undefined;

  constructor({ appUrl, matcherUrl, masterKey }: PersistenceOptions, logLevel: LogLevel) {
    const setup: ChunkThreadSetup = { appUrl, matcherUrl, masterKey: masterKey.bytes, logLevel };
    this.worker = new Worker(script, { workerData: setup });
    this.worker.on('message', (answer: ChunkAnswer) => this.answered(answer));
    this.worker.on('error', (error) => {
      this.logger.error({ message: 'A thread has ended', error: describeError(error) });
      this.fail();
    });
    this.worker.on('exit', () => this.fail());
  }

  /** @throws ChunkThreadFailed */
  match(chunk: Chunk): Promise<ChunkOutcome> {
    return new Promise((resolve, reject) => {
      this.asked = { resolve, reject };
      if (this.ended) this.fail();
      else this.worker.postMessage(chunk);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private answered({ outcome, failure }: ChunkAnswer): void {
    const { asked } = this;
    this.asked = undefined;
    if (outcome) asked?.resolve(outcome);
    else asked?.reject(new ChunkThreadFailed(failure.code, failure.permanent));
  }

  private fail(): void {
    this.ended = true;
    this.asked?.reject(new ChunkThreadFailed('thread-ended', false));
    this.asked = undefined;
  }
}
