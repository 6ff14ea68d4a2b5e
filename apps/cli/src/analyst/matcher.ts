import type { ReportRecord } from '@athar/matching';
import type { Matches } from './list-matcher.js';

/** Matches reports with a list of entries: here, or in threads. */
export interface Matcher {
  /** Makes the entries and their weights ready. */
  ready(): Promise<void>;
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
