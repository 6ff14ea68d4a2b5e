import {
  weightsOf,
  type Contest,
  type EntryRecord,
  type ListWeights,
  type ReportRecord,
} from '@athar/matching';
import type { Counted } from './list-count.js';
import type { Likeliest, MatchAnswer, Matches, MatchQuestion, MatchSetup } from './list-matcher.js';
import type { Matcher } from './matcher.js';
import { chunksOf, recordsAtOnce, Threads } from './threads.js';

const matchWorker = new URL('./match-worker.js', import.meta.url);

/** Reports of a contest handed to a thread at once. */
const askedAtOnce = 64;

/** Matches in threads, each of which has the entries in memory. */
export class MatcherInThreads implements Matcher {
  private readonly threads: Threads<MatchQuestion, MatchAnswer>;

  constructor(count: number, setup: MatchSetup, signal: AbortSignal) {
    this.threads = new Threads(count, { script: matchWorker, setup }, signal);
  }

  /** The threads make the entries ready while the lists are counted; then each holds a part of the contest. */
  async ready(entries: readonly EntryRecord[], counted: Promise<Counted>): Promise<void> {
    const parts = [...chunksOf(entries, recordsAtOnce)];
    const indexed = this.threads.tellAll(parts.map((toIndex) => ({ toIndex })));
    const [learned] = await Promise.all([counted, indexed]);
    await this.threads.tellAll([await this.weights(learned)]);
  }

  private async weights({ frequencies, expected }: Counted): Promise<ListWeights> {
    if (typeof expected === 'number') return { frequencies, expectedMatches: expected };
    await this.threads.tellAll([{ contest: expected, frequencies }]);
    return weightsOf(expected, frequencies, await this.likeliest(expected));
  }

  private async likeliest({ asked }: Contest): Promise<Likeliest[]> {
    const questions = [...chunksOf(asked, askedAtOnce)].map((toContest) => ({ toContest }));
    const found: (readonly Likeliest[])[] = [];
    await this.threads.answer(questions, (place, likeliest) => {
      if (likeliest !== null && 'length' in likeliest) found[place] = likeliest;
    });
    return found.flat();
  }

  async match(
    parts: readonly (readonly ReportRecord[])[],
    take: (place: number, matches: Matches) => void,
  ): Promise<void> {
    const questions = parts.map((toMatch) => ({ toMatch }));
    await this.threads.answer(questions, (place, matches) => {
      if (matches !== null && 'counts' in matches) take(place, matches);
    });
  }

  async end(): Promise<void> {
    await this.threads.end();
  }
}
