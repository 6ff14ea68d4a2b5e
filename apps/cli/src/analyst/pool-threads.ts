import type { NameHit, NameRecord } from '@athar/arabic-names';
import type { RankAnswer, RankQuestion } from './rank-names.js';
import { Thread } from './threads.js';

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
  private readonly threads: readonly Thread<RankQuestion, RankAnswer>[];
  /** Texts in the pool. */
  size = 0;
  private readonly stop = (): void => void this.end();

  /** Starts the threads, which load the tables of the names while the lists are still read. */
  constructor(
    count: number,
    private readonly signal: AbortSignal,
  ) {
    this.threads = Array.from({ length: count }, () => new Thread<RankQuestion, RankAnswer>(work));
    signal.addEventListener('abort', this.stop, { once: true });
  }

  /** Hands the pool over. @returns places of the texts in it that have no name, rising */
  async take(pool: readonly NameRecord[]): Promise<number[]> {
    this.size = pool.length;
    const size = Math.ceil(pool.length / this.threads.length);
    const answers = this.threads.map(async (thread, at) => {
      const part = pool.slice(at * size, (at + 1) * size).map(({ id, name }) => ({ id, name }));
      const { nameless } = await thread.ask({ pool: part });
      return nameless.map((place) => at * size + place);
    });
    return (await Promise.all(answers)).flat();
  }

  /** For each name the `limit` names of the pool that are most like it. */
  async rank(names: readonly string[], limit: number): Promise<RankAnswer> {
    const answers = await Promise.all(this.threads.map((thread) => thread.ask({ names, limit })));
    const hitsOf = (at: number) => answers.map(({ hits }): readonly NameHit[] => hits[at] ?? []);
    return {
      nameless: answers[0]?.nameless ?? [],
      hits: names.map((_, at) => bestOf(hitsOf(at), limit)),
    };
  }

  async end(): Promise<void> {
    this.signal.removeEventListener('abort', this.stop);
    await Promise.all(this.threads.map((thread) => thread.end()));
  }
}
