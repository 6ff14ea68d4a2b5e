import type { EntryRecord, ReportRecord } from '@athar/matching';
import type { Counted } from './list-count.js';
import type { Matches } from './list-matcher.js';

/** Matches reports with a list of entries: here, or in threads. */
export interface Matcher {
  /**
   * Makes the entries ready, and learns the weights.
   * @param entries in the order by whose places matches name them; they are not kept
   * @param counted what is counted in the two lists meanwhile
   */
  ready(entries: readonly EntryRecord[], counted: Promise<Counted>): Promise<void>;
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
