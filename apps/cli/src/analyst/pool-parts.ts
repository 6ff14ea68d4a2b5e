import { setImmediate } from 'node:timers/promises';
import type { NameHit, NameRecord } from '@athar/arabic-names';
import type { RankAnswer, RankQuestion } from './rank-names.js';
import { Threads } from './threads.js';

/** Share of a thread's part that the main thread's own is: it reads and writes as well. */
const shareOfMain = 0.7;

type Rank = (question: RankQuestion) => RankAnswer;

const work = { script: new URL('./names-worker.js', import.meta.url), setup: null };

/** The best of what the parts of a pool have, in the order of an index of the whole. */
function bestOf(parts: readonly (readonly NameHit[])[], limit: number): NameHit[] {
  const better = (a: NameHit, b: NameHit) =>
    b.score - a.score || b.centibits - a.centibits || (a.id < b.id ? -1 : 1);
  return parts.flat().sort(better).slice(0, limit);
}

/** Loaded late: threads that are started do so at the same time. */
async function rankerHere(): Promise<Rank> {
  const { nameRanker } = await import('./rank-names.js');
  return nameRanker();
}

/**
 * Parts of a pool of names, each in a thread: it makes its part ready and ranks all queries in it, which costs less
 * time and memory than the whole pool in each.
 */
export class PoolParts {
  private readonly threads: Threads<RankQuestion, RankAnswer>;
  /** For the last part, where the main thread has one; null where it has none. */
  private readonly here: Promise<Rank> | null;
  /** Texts in the pool. */
  size = 0;

  /**
   * Starts the threads, which load the tables of the names while the lists are still read.
   * @param count how many parts there are
   * @param inMain whether the main thread ranks one of them, which spares a thread its start, but must wait for signals
   *   until the part is ready: for small ones
   */
  constructor(
    private readonly count: number,
    inMain: boolean,
    private readonly signal: AbortSignal,
  ) {
    this.threads = new Threads(inMain ? count - 1 : count, work, signal);
    this.here = inMain ? rankerHere() : null;
    // What goes wrong is told where it is waited for.
    this.here?.catch(() => undefined);
  }

  /** Hands the pool over. @returns places of the texts in it that have no name, rising */
  async take(pool: readonly NameRecord[]): Promise<number[]> {
    this.size = pool.length;
    const shares = this.here === null ? this.count : this.count - 1 + shareOfMain;
    const size = Math.ceil(pool.length / shares);
    const answers = await this.askEach((at) => ({
      pool: pool.slice(at * size, (at + 1) * size).map(({ id, name }) => ({ id, name })),
    }));
    return answers.flatMap(({ nameless }, at) => nameless.map((place) => at * size + place));
  }

  /** For each name the `limit` names of the pool that are most like it. */
  async rank(names: readonly string[], limit: number): Promise<RankAnswer> {
    const answers = await this.askEach(() => ({ names, limit }));
    const hitsOf = (at: number) => answers.map(({ hits }): readonly NameHit[] => hits[at] ?? []);
    return {
      nameless: answers[0]?.nameless ?? [],
      hits: names.map((_, at) => bestOf(hitsOf(at), limit)),
    };
  }

  end(): Promise<void> {
    return this.threads.end();
  }

  private async askEach(of: (part: number) => RankQuestion): Promise<RankAnswer[]> {
    const answers = this.threads.askEach(of);
    if (this.here === null) return answers;
    answers.catch(() => undefined);
    const rank = await this.here;
    // Signals and the progress bar have their turn between two questions.
    await setImmediate();
    this.signal.throwIfAborted();
    const own = rank(of(this.count - 1));
    return [...(await answers), own];
  }
}
