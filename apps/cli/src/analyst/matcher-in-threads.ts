import type { EntryRecord, ReportRecord } from '@athar/matching';
import { expectedOf, type MatchLists } from './learn-weights.js';
import type { Matches, MatchQuestion, MatchSetup, MatchWeights } from './list-matcher.js';
import type { Matcher } from './matcher.js';
import { chunksOf, ThreadEnded, Threads } from './threads.js';
import type { WeightsQuestion } from './weights-worker.js';

const matchWorker = new URL('./match-worker.js', import.meta.url);
const weightsWorker = new URL('./weights-worker.js', import.meta.url);

/** Records handed to a thread at once: a whole list on its way to several threads would stand in memory for each of them. */
const recordsAtOnce = 4000;

/** Matches in threads, each of which has the entries in memory. */
export class MatcherInThreads implements Matcher {
  private readonly threads: Threads<MatchQuestion, Matches | null>;

  constructor(
    count: number,
    setup: MatchSetup,
    private readonly signal: AbortSignal,
  ) {
    this.threads = new Threads(count, { script: matchWorker, setup }, signal);
  }

  /** The threads make the entries ready while the weights are learned. */
  async ready(lists: MatchLists, entries: readonly EntryRecord[]): Promise<void> {
    const parts = [...chunksOf(entries, recordsAtOnce)];
    const indexed = this.threads.tellAll(parts.map((toIndex) => ({ toIndex })));
    const [weights] = await Promise.all([this.learnWeights(lists), indexed]);
    await this.threads.tellAll([weights]);
  }

  /** Learns in a thread of its own: what it leaves in memory is hundreds of megabytes and ends with it. */
  private async learnWeights(lists: MatchLists): Promise<MatchWeights> {
    const threads = new Threads<WeightsQuestion, MatchWeights | null>(
      1,
      { script: weightsWorker, setup: null },
      this.signal,
    );
    const parts = [lists.reports, lists.entries].flatMap((list) => [
      ...chunksOf(list, recordsAtOnce),
    ]);
    try {
      await threads.tellAll(parts.map((toCount) => ({ toCount })));
      const expected = expectedOf(lists);
      const [weights] = await threads.askEach(() => ({ expected }));
      if (weights === undefined || weights === null) throw new ThreadEnded();
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
