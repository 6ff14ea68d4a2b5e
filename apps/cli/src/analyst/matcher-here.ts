import {
  holdContest,
  type EntryRecord,
  type ListWeights,
  type ReportRecord,
} from '@athar/matching';
import { Breather, inPieces } from './breather.js';
import type { Counted } from './list-count.js';
import { ListMatcher, type Matches, type MatchSetup } from './list-matcher.js';
import type { Matcher } from './matcher.js';

/** Matches in the main thread, with pauses in which signals are heard. */
export class MatcherHere implements Matcher {
  private readonly matcher: ListMatcher;

  constructor(
    setup: MatchSetup,
    private readonly signal: AbortSignal,
  ) {
    this.matcher = new ListMatcher(setup);
  }

  async ready(entries: readonly EntryRecord[], counted: Promise<Counted>): Promise<void> {
    const [weights] = await Promise.all([this.learnWeights(counted), this.index(entries)]);
    this.matcher.weighBy(weights);
  }

  private async index(entries: readonly EntryRecord[]): Promise<void> {
    const breather = new Breather(this.signal);
    for (const entry of entries) {
      this.matcher.add([entry]);
      await breather.pause();
    }
  }

  private async learnWeights(counted: Promise<Counted>): Promise<ListWeights> {
    const { frequencies, expected } = await counted;
    if (typeof expected === 'number') return { frequencies, expectedMatches: expected };
    return inPieces(holdContest(expected, frequencies), this.signal);
  }

  async match(
    parts: readonly (readonly ReportRecord[])[],
    take: (place: number, matches: Matches) => void,
  ): Promise<void> {
    const breather = new Breather(this.signal);
    for (const [place, reports] of parts.entries()) {
      take(place, this.matcher.match(reports));
      await breather.pause();
    }
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}
