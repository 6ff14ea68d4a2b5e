import type { MatchRecord } from '@athar/matching';
import { Breather } from './breather.js';
import type { CountQuestion } from './count-worker.js';
import { ListCount, type Counted, type Expected } from './list-count.js';
import { recordsAtOnce, ThreadEnded, Threads } from './threads.js';

const countWorker = new URL('./count-worker.js', import.meta.url);

/**
 * Learns what two lists teach while they are still read: a few records here, many in a thread of its own, since what that
 * leaves in memory is hundreds of megabytes and ends with it.
 */
export class Learning {
  /** Records that are not counted yet. */
  private waiting: MatchRecord[] = [];
  private thread: Threads<CountQuestion, Counted | null> | null = null;
  private sent: Promise<void> = Promise.resolve();

  /** @param mayThread whether a thread may be started */
  constructor(
    private readonly mayThread: boolean,
    private readonly signal: AbortSignal,
  ) {}

  /** Takes in the next record: those of the reports before those of the entries. */
  add(record: MatchRecord): void {
    this.waiting.push(record);
    if (this.mayThread && this.waiting.length >= recordsAtOnce) this.send();
  }

  private send(): void {
    this.thread ??= new Threads(1, { script: countWorker, setup: null }, this.signal);
    const { thread, waiting } = this;
    this.waiting = [];
    // The next is sent when the last is counted: what is on its way stands in memory twice.
    this.sent = this.sent.then(() => thread.tellAll([{ toCount: waiting }]));
    // What goes wrong is told where it is waited for, which may be later.
    this.sent.catch(() => undefined);
  }

  /** What all records taken in teach. Ends the thread. */
  async counted(expected: Expected): Promise<Counted> {
    if (this.thread === null) return this.countedHere(expected);
    this.send();
    await this.sent;
    const [counted] = await this.thread.askEach(() => ({ expected }));
    await this.end();
    if (counted === undefined || counted === null) throw new ThreadEnded();
    return counted;
  }

  private async countedHere(expected: Expected): Promise<Counted> {
    const count = new ListCount();
    const breather = new Breather(this.signal);
    for (const record of this.waiting) {
      count.add(record);
      await breather.pause();
    }
    this.waiting = [];
    return count.counted(expected);
  }

  async end(): Promise<void> {
    await this.thread?.end();
  }
}
