import type { NameFrequencies } from '@athar/arabic-names';
import {
  estimatingMatches,
  SnapshotCount,
  type EntryRecord,
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

/** Learns what two lists teach as a whole, step by step: between two steps others may have their turn, or end it. */
export function* learningWeights({
  reports,
  entries,
  expectedMatches,
}: MatchLists): Generator<undefined, MatchWeights> {
  const frequencies = yield* countingNames([reports, entries]);
  return {
    frequencies,
    expectedMatches: expectedMatches ?? (yield* estimatingMatches(reports, entries, frequencies)),
  };
}

function* countingNames(
  lists: readonly (readonly MatchRecord[])[],
): Generator<undefined, NameFrequencies> {
  const count = new SnapshotCount();
  for (const list of lists) {
    for (const record of list) {
      count.add(record);
      yield undefined;
    }
  }
  return count.frequencies('both-lists');
}
