import type { ReportRecord } from '@athar/matching';
import { Breather, inPieces } from './breather.js';
import { learningWeights, type MatchLists } from './learn-weights.js';
import { ListMatcher, type Matches, type MatchSetup } from './list-matcher.js';
import type { Matcher } from './matcher.js';

/** Matches in the main thread, with pauses in which signals are heard. */
export class MatcherHere implements Matcher {
  private matcher: ListMatcher | undefined;

  constructor(
    private readonly setup: MatchSetup,
    private readonly lists: MatchLists,
    private readonly signal: AbortSignal,
  ) {}

  async ready(): Promise<void> {
    const matcher = await inPieces(ListMatcher.over(this.setup), this.signal);
    matcher.weighBy(await inPieces(learningWeights(this.lists), this.signal));
    this.matcher = matcher;
  }

  async match(
    parts: readonly (readonly ReportRecord[])[],
    take: (place: number, matches: Matches) => void,
  ): Promise<void> {
    const breather = new Breather(this.signal);
    for (const [place, reports] of parts.entries()) {
      if (this.matcher !== undefined) take(place, this.matcher.match(reports));
      await breather.pause();
    }
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}
