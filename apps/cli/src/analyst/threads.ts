import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import { CodedError } from '@athar/diagnostics';

/** A worker thread ended while answers were awaited. */
export class ThreadEnded extends CodedError {
  readonly code = 'thread-ended';
  readonly kind = 'internal';

  constructor() {
    super('A worker thread ended before its work was done.');
  }
}

/** What a worker thread runs, and what it is given at its start. */
export interface ThreadWork {
  /** A module that calls `serveThread`. */
  readonly script: URL;
  readonly setup: unknown;
}

interface Waiting<Answer> {
  resolve: (answer: Answer) => void;
  reject: (error: unknown) => void;
}

/** A worker thread that answers in the order it is asked. */
export class Thread<Question, Answer> {
  private readonly worker: Worker;
  private readonly waiting: Waiting<Answer>[] = [];
  private failure: unknown;

  constructor({ script, setup }: ThreadWork) {
    this.worker = new Worker(script, { workerData: setup });
    this.worker.on('message', (answer: Answer) => this.waiting.shift()?.resolve(answer));
    this.worker.on('error', (error) => this.fail(error));
    this.worker.on('exit', () => this.fail(new ThreadEnded()));
  }

  ask(question: Question): Promise<Answer> {
    if (this.failure !== undefined) return Promise.reject(this.failure as Error);
    return new Promise((resolve, reject) => {
      this.waiting.push({ resolve, reject });
      this.worker.postMessage(question);
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

/** Each thread keeps a copy of all that is searched: more are started only where they are asked for. */
const mostUnasked = 8;

/**
 * How many threads to start.
 * @param wanted as asked for; all processor cores, within reason, where undefined
 * @param worth how many there is work for
 */
export function threadsFor(wanted: number | undefined, worth: number): number {
  const most = wanted ?? Math.min(mostUnasked, availableParallelism());
  return Math.max(1, Math.min(most, Math.floor(worth)));
}

/** A list in parts of a size, the last one shorter. */
export function* chunksOf<T>(list: readonly T[], size: number): Generator<readonly T[]> {
  for (let at = 0; at < list.length; at += size) yield list.slice(at, at + size);
}

/** Questions given to a thread before its first answer is awaited, so that it never idles. */
const depth = 2;

/**
 * Answers questions in worker threads.
 * @returns the answers in the order of the questions, whatever thread is first
 */
export async function* answerInThreads<Question, Answer>(
  questions: Iterable<Question>,
  threads: number,
  work: ThreadWork,
  signal: AbortSignal,
): AsyncGenerator<Answer> {
  const pool = Array.from({ length: threads }, () => new Thread<Question, Answer>(work));
  const end = (): void => void Promise.all(pool.map((thread) => thread.end()));
  signal.addEventListener('abort', end, { once: true });
  try {
    const answers: Promise<Answer>[] = [];
    let turn = 0;
    for (const question of questions) {
      const thread = pool[turn++ % threads];
      if (thread === undefined) break;
      const answer = thread.ask(question);
      // Awaited in its turn; until then a failure must not count as unhandled.
      answer.catch(() => undefined);
      answers.push(answer);
      const first = answers.length >= threads * depth ? answers.shift() : undefined;
      if (first !== undefined) yield await first;
    }
    for (const answer of answers) yield await answer;
  } finally {
    signal.removeEventListener('abort', end);
    await Promise.all(pool.map((thread) => thread.end()));
  }
}
