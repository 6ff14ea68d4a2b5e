import { Worker } from 'node:worker_threads';
import type { ReportRecord } from '@athar/matching';
import type { OutputRow } from '@athar/tabular';
import type { MatchSetup } from './match-worker.js';

interface Waiting {
  resolve: (rows: OutputRow[]) => void;
  reject: (error: unknown) => void;
}

/** A worker thread that answers in the order it is asked. */
class MatchThread {
  private readonly worker: Worker;
  private readonly waiting: Waiting[] = [];
  private failure: unknown;

  constructor(setup: MatchSetup) {
    this.worker = new Worker(new URL('./match-worker.js', import.meta.url), { workerData: setup });
    this.worker.on('message', (rows: OutputRow[]) => this.waiting.shift()?.resolve(rows));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new Error('A worker thread ended before its work.')));
  }

  ask(reports: readonly ReportRecord[]): Promise<OutputRow[]> {
    if (this.failure !== undefined) return Promise.reject(this.failure as Error);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage(reports);
    });
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: unknown): void {
    this.failure ??= error;
    for (const { reject } of this.waiting.splice(0)) reject(this.failure);
  }
}

/** Chunks given to a thread before its first answer is awaited, so that it never idles. */
const depth = 2;

/**
 * Matches chunks of reports in worker threads.
 * @returns the rows of each chunk, in the order of the chunks whatever thread is first
 */
export async function* matchInThreads(
  chunks: Iterable<readonly ReportRecord[]>,
  threads: number,
  setup: MatchSetup,
  signal: AbortSignal,
): AsyncGenerator<OutputRow[]> {
  const pool = Array.from({ length: threads }, () => new MatchThread(setup));
  const end = (): void => void Promise.all(pool.map((thread) => thread.end()));
  signal.addEventListener('abort', end, { once: true });
  try {
    const answers: Promise<OutputRow[]>[] = [];
    let turn = 0;
    for (const chunk of chunks) {
      const answer = pool[turn++ % threads]?.ask(chunk) ?? Promise.resolve([]);
      // Awaited in its turn; until then a failure must not count as unhandled.
      answer.catch(() => undefined);
      answers.push(answer);
      if (answers.length >= threads * depth) yield (await answers.shift()) ?? [];
    }
    for (const answer of answers) yield await answer;
  } finally {
    signal.removeEventListener('abort', end);
    await Promise.all(pool.map((thread) => thread.end()));
  }
}
