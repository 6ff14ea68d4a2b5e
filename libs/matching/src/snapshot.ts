import { buildFrequencies, type NameFrequencies } from '@athar/arabic-names';
import type { MatchRecord } from './records.js';
import { namesOf } from './record-names.js';

/**
 * Frequencies of the name parts of the records at hand, smoothed with the general list. Build it once
 * from both lists and hand it to every index and comparison that is to be comparable: scores do not
 * then drift with the order of arrivals.
 * @param version names the snapshot; store it beside `MODEL_VERSION` with every score
 */
export function snapshotFrequencies(
  records: Iterable<MatchRecord>,
  version: string,
): NameFrequencies {
  const names = Array.from(records, (record) => namesOf(record)[0]);
  return buildFrequencies(
    names.filter((name) => name !== undefined),
    version,
  );
}
