import {
  estimatingMatches,
  sampleLists,
  SnapshotCount,
  type EntryRecord,
  type ListSample,
  type MatchRecord,
  type ReportRecord,
} from '@athar/matching';
import type { MatchWeights } from './list-matcher.js';

/** Two lists that teach how common names are, and how many of their persons are the same. */
export interface MatchLists {
  reports: readonly ReportRecord[];
  entries: readonly EntryRecord[];
  /** True pairs to expect, where that is known. */
  expectedMatches: number | undefined;
}

/** How many true pairs to expect, or of what that is estimated. */
export type Expected = number | ListSample;

/** What is to be known of two lists beside how common names are in them. */
export function expectedOf({ reports, entries, expectedMatches }: MatchLists): Expected {
  return expectedMatches ?? sampleLists(reports, entries);
}

/** Learns what two lists teach as a whole, a record after the other. */
export class WeightsLearner {
  private readonly count = new SnapshotCount();

  add(record: MatchRecord): void {
    this.count.add(record);
  }

  /** Ends it, step by step: between two steps others may have their turn. */
  *weights(expected: Expected): Generator<undefined, MatchWeights> {
    const frequencies = this.count.frequencies('both-lists');
    if (typeof expected === 'number') return { frequencies, expectedMatches: expected };
    return yield* estimatingMatches(expected, frequencies);
  }
}
