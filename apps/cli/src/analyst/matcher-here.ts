import type { EntryRecord, ReportRecord } from '@athar/matching';
import { Breather, inPieces } from './breather.js';
import { expectedOf, WeightsLearner, type MatchLists } from './learn-weights.js';
import { ListMatcher, type Matches, type MatchSetup, type MatchWeights } from './list-matcher.js';
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

  /** Nothing is gained here: there is but one thread. */
  begin(): void {}

  async ready(lists: MatchLists, entries: readonly EntryRecord[]): Promise<void> {
    const breather = new Breather(this.signal);
    for (const entry of entries) {
      this.matcher.add([entry]);
      await breather.pause();
    }
    this.matcher.weighBy(await this.learnWeights(lists, breather));
  }

  private async learnWeights(lists: MatchLists, breather: Breather): Promise<MatchWeights> {
    const learner = new WeightsLearner();
    for (const list of [lists.reports, lists.entries]) {
      for (const record of list) {
        learner.add(record);
        await breather.pause();
      }
    }
    return inPieces(learner.weights(expectedOf(lists)), this.signal);
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
