import type { EntryRecord, ReportRecord } from '@athar/matching';
import type { MatchLists } from './learn-weights.js';
import type { Matches } from './list-matcher.js';

/** Matches reports with a list of entries: here, or in threads. */
export interface Matcher {
  /** Begins to learn from the reports alone, while the entries are still read. */
  begin(reports: readonly ReportRecord[]): void;
  /**
   * Makes the entries of two lists ready, and learns their weights. The lists are not kept.
   * @param lists of which `begin` was given the reports
   * @param entries those of the lists in the order by whose places matches name them
   */
  ready(lists: MatchLists, entries: readonly EntryRecord[]): Promise<void>;
  /**
   * Matches reports, part by part.
   * @param take takes in what was found, with the place of the part, in any order
   */
  match(
    parts: readonly (readonly ReportRecord[])[],
    take: (place: number, matches: Matches) => void,
  ): Promise<void>;
  end(): Promise<void>;
}
