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

/** Room for what lives for a moment only: with the usual 48 MB a tenth of all time goes into clearing it away. */
const resourceLimits = { maxYoungGenerationSizeMb: 96 };

/** A worker thread that answers in the order it is asked. */
class Thread<Question, Answer> {
  private readonly worker: Worker;
  private readonly waiting: Waiting<Answer>[] = [];
  private failure: unknown;

  constructor({ script, setup }: ThreadWork) {
    this.worker = new Worker(script, { workerData: setup, resourceLimits });
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

/** Records handed to a thread at once: a whole list on its way to several threads would stand in memory for each of them. */
export const recordsAtOnce = 4000;

/** Questions given to a thread before its first answer is there, so that it never idles. */
const depth = 2;

/** Threads of one kind, ended together: by `end`, or by a signal. */
export class Threads<Question, Answer> {
  private readonly pool: readonly Thread<Question, Answer>[];
  private readonly stop = (): void => void this.end();

  constructor(
    count: number,
    work: ThreadWork,
    private readonly signal: AbortSignal,
  ) {
    this.pool = Array.from({ length: count }, () => new Thread<Question, Answer>(work));
    signal.addEventListener('abort', this.stop, { once: true });
  }

  get count(): number {
    return this.pool.length;
  }

  /**
   * Asks every thread a question of its own.
   * @param of by the thread's place among them
   */
  askEach(of: (place: number) => Question): Promise<Answer[]> {
    return this.endingOnSignal(this.pool.map((thread, place) => thread.ask(of(place))));
  }

  /** Tells every thread the same, part by part: the next when it has taken in the last. */
  async tellAll(parts: readonly Question[]): Promise<void> {
    const tell = async (thread: Thread<Question, Answer>): Promise<void> => {
      for (const part of parts) await thread.ask(part);
    };
    await this.endingOnSignal(this.pool.map(tell));
  }

  /**
   * Asks each question of one thread. Every thread works through a stretch of the list, so that questions that are alike
   * come to one, and then helps with what is left of others'.
   * @param take takes answers in, with the place of the question, in any order
   */
  async answer(
    questions: readonly Question[],
    take: (place: number, answer: Answer) => void,
  ): Promise<void> {
    const stretches = new Stretches(questions.length, this.pool.length);
    const work = async (thread: Thread<Question, Answer>, own: number): Promise<void> => {
      for (;;) {
        const place = stretches.next(own);
        const question = place === undefined ? undefined : questions[place];
        if (place === undefined || question === undefined) return;
        take(place, await thread.ask(question));
      }
    };
    await this.endingOnSignal(
      this.pool.flatMap((thread, own) => Array.from({ length: depth }, () => work(thread, own))),
    );
  }

  private async endingOnSignal<Result>(work: readonly Promise<Result>[]): Promise<Result[]> {
    try {
      return await Promise.all(work);
    } catch (error) {
      this.signal.throwIfAborted();
      throw error;
    }
  }

  async end(): Promise<void> {
    this.signal.removeEventListener('abort', this.stop);
    await Promise.all(this.pool.map((thread) => thread.end()));
  }
}

/** Places of a list, in stretches of about one length. */
class Stretches {
  private readonly stretches: { from: number; to: number }[];

  constructor(length: number, count: number) {
    const size = length / count;
    this.stretches = Array.from({ length: count }, (_, at) => ({
      from: Math.round(at * size),
      to: Math.round((at + 1) * size),
    }));
  }

  /** The next place of a stretch; where it is at its end the last place of the one that has most left. */
  next(own: number): number | undefined {
    const stretch = this.stretches[own];
    if (stretch !== undefined && stretch.from < stretch.to) return stretch.from++;
    const left = this.stretches.reduce((a, b) => (b.to - b.from > a.to - a.from ? b : a));
    return left.from < left.to ? --left.to : undefined;
  }
}
