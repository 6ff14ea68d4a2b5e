import type { ReportRecord } from '@athar/matching';
import type { MatchLists } from './learn-weights.js';
import type { Matches, MatchQuestion, MatchSetup, MatchWeights } from './list-matcher.js';
import type { Matcher } from './matcher.js';
import { ThreadEnded, Threads } from './threads.js';

const matchWorker = new URL('./match-worker.js', import.meta.url);
const weightsWorker = new URL('./weights-worker.js', import.meta.url);

/** Matches in threads, each of which has the entries in memory. */
export class MatcherInThreads implements Matcher {
  private readonly threads: Threads<MatchQuestion, Matches | null>;

  constructor(
    count: number,
    private readonly setup: MatchSetup,
    private readonly lists: MatchLists,
    private readonly signal: AbortSignal,
  ) {
    this.threads = new Threads(count, { script: matchWorker, setup: null }, signal);
  }

  /** The threads make the entries ready while the weights are learned. */
  async ready(): Promise<void> {
    const entries = this.threads.askAll(this.setup);
    const [weights] = await Promise.all([this.learnWeights(), entries]);
    await this.threads.askAll(weights);
  }

  /** Learns in a thread of its own: what it leaves in memory is hundreds of megabytes and ends with it. */
  private async learnWeights(): Promise<MatchWeights> {
    const work = { script: weightsWorker, setup: this.lists };
    const threads = new Threads<null, MatchWeights>(1, work, this.signal);
    try {
      const [weights] = await threads.askAll(null);
      if (weights === undefined) throw new ThreadEnded();
      return weights;
    } finally {
      await threads.end();
    }
  }

  async match(
    parts: readonly (readonly ReportRecord[])[],
    take: (place: number, matches: Matches) => void,
  ): Promise<void> {
    const questions = parts.map((toMatch) => ({ toMatch }));
    await this.threads.answer(questions, (place, matches) => {
      if (matches !== null) take(place, matches);
    });
  }

  end(): Promise<void> {
    return this.threads.end();
  }
}
