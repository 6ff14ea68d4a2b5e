import type { EntryRecord, MatchRecord, ReportRecord } from '@athar/matching';
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
  /** Learns the weights; null before and after. */
  private learning: Learning | null = null;

  constructor(
    count: number,
    setup: MatchSetup,
    private readonly signal: AbortSignal,
  ) {
    this.threads = new Threads(count, { script: matchWorker, setup }, signal);
  }

  begin(reports: readonly ReportRecord[]): void {
    this.learning = new Learning(reports, this.signal);
  }

  /** The threads make the entries ready while the weights are learned. */
  async ready(lists: MatchLists, entries: readonly EntryRecord[]): Promise<void> {
    const parts = [...chunksOf(entries, recordsAtOnce)];
    const indexed = this.threads.tellAll(parts.map((toIndex) => ({ toIndex })));
    const [weights] = await Promise.all([this.learnWeights(lists), indexed]);
    await this.threads.tellAll([weights]);
  }

  private async learnWeights(lists: MatchLists): Promise<MatchWeights> {
    const learning = this.learning ?? new Learning(lists.reports, this.signal);
    try {
      return await learning.weights(lists);
    } finally {
      await learning.end();
      this.learning = null;
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

  async end(): Promise<void> {
    await this.learning?.end();
    await this.threads.end();
  }
}

/** Learns weights in a thread of its own: what it leaves in memory is hundreds of megabytes and ends with it. */
class Learning {
  private readonly threads: Threads<WeightsQuestion, MatchWeights | null>;
  private readonly ofReports: Promise<void>;

  constructor(reports: readonly ReportRecord[], signal: AbortSignal) {
    this.threads = new Threads(1, { script: weightsWorker, setup: null }, signal);
    this.ofReports = this.count(reports);
    // What goes wrong is told where it is waited for, which may be later.
    this.ofReports.catch(() => undefined);
  }

  async weights(lists: MatchLists): Promise<MatchWeights> {
    await this.ofReports;
    await this.count(lists.entries);
    const expected = expectedOf(lists);
    const [weights] = await this.threads.askEach(() => ({ expected }));
    if (weights === undefined || weights === null) throw new ThreadEnded();
    return weights;
  }

  private count(records: readonly MatchRecord[]): Promise<void> {
    const parts = [...chunksOf(records, recordsAtOnce)];
    return this.threads.tellAll(parts.map((toCount) => ({ toCount })));
  }

  end(): Promise<void> {
    return this.threads.end();
  }
}
