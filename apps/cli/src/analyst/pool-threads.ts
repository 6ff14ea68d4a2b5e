import type { NameHit, NameRecord } from '@athar/arabic-names';
import type { RankAnswer, RankQuestion } from './rank-names.js';
import { Threads } from './threads.js';

const work = { script: new URL('./names-worker.js', import.meta.url), setup: null };

/** The best of what the parts of a pool have, in the order of an index of the whole. */
function bestOf(parts: readonly (readonly NameHit[])[], limit: number): NameHit[] {
  const better = (a: NameHit, b: NameHit) =>
    b.score - a.score || b.centibits - a.centibits || (a.id < b.id ? -1 : 1);
  return parts.flat().sort(better).slice(0, limit);
}

/**
 * Threads among which a pool of names is divided: each makes its part ready and ranks all queries in it, which
 * costs less time and memory than the whole pool in each.
 */
export class PoolThreads {
  private readonly threads: Threads<RankQuestion, RankAnswer>;
  /** Texts in the pool. */
  size = 0;

  /** Starts the threads, which load the tables of the names while the lists are still read. */
  constructor(count: number, signal: AbortSignal) {
    this.threads = new Threads(count, work, signal);
  }

  /** Hands the pool over. @returns places of the texts in it that have no name, rising */
  async take(pool: readonly NameRecord[]): Promise<number[]> {
    this.size = pool.length;
    const size = Math.ceil(pool.length / this.threads.count);
    const answers = await this.threads.askEach((at) => ({
      pool: pool.slice(at * size, (at + 1) * size).map(({ id, name }) => ({ id, name })),
    }));
    return answers.flatMap(({ nameless }, at) => nameless.map((place) => at * size + place));
  }

  /** For each name the `limit` names of the pool that are most like it. */
  async rank(names: readonly string[], limit: number): Promise<RankAnswer> {
    const answers = await this.threads.askEach(() => ({ names, limit }));
    const hitsOf = (at: number) => answers.map(({ hits }): readonly NameHit[] => hits[at] ?? []);
    return {
      nameless: answers[0]?.nameless ?? [],
      hits: names.map((_, at) => bestOf(hitsOf(at), limit)),
    };
  }

  end(): Promise<void> {
    return this.threads.end();
  }
}
