import { buildFrequencies, type ParsedName } from '@athar/arabic-names';
import { learnMilieus, type PersonFrequencies } from './milieus.js';
import type { MatchRecord } from './records.js';
import { namesOf } from './record-names.js';

/** A snapshot of how often the parts of names occur, and of which go together. */
export function snapshotOfNames(names: readonly ParsedName[], version: string): PersonFrequencies {
  const milieus = learnMilieus(names);
  return { ...buildFrequencies(names, version), ...(milieus !== undefined && { milieus }) };
}

/**
 * Frequencies of the name parts of the records at hand, smoothed with the general list. Build it once
 * from both lists and hand it to every index and comparison that is to be comparable: scores do not
 * then drift with the order of arrivals.
 * @param version names the snapshot; store it beside `MODEL_VERSION` with every score
 */
export function snapshotFrequencies(
  records: Iterable<MatchRecord>,
  version: string,
): PersonFrequencies {
  const names = Array.from(records, (record) => namesOf(record)[0]);
  return snapshotOfNames(
    names.filter((name) => name !== undefined),
    version,
  );
}
