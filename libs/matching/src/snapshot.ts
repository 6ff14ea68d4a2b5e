import { buildFrequencies, type ParsedName } from '@athar/arabic-names';
import { holdersOf } from './holders.js';
import { learnMilieus, type PersonFrequencies } from './milieus.js';
import { heldOf } from './prepare.js';
import { placeOf } from './places.js';
import type { MatchRecord } from './records.js';
import { namesOf } from './record-names.js';
import { sharesOf, type Counted } from './shares.js';

/** Counts records, one after another, for a snapshot of frequencies. */
export class SnapshotCount {
  private readonly names: ParsedName[] = [];
  private readonly counted: Counted[] = [];

  add(record: MatchRecord): void {
    const [name] = namesOf(record);
    if (name !== undefined) this.names.push(name);
    const place = placeOf(record.homeGovernorate, record.homePlace);
    this.counted.push({ place, holders: holdersOf(heldOf(record)) });
  }

  /** See {@link snapshotFrequencies}. */
  frequencies(version: string): PersonFrequencies {
    const milieus = learnMilieus(this.names);
    return {
      ...buildFrequencies(this.names, version),
      shares: sharesOf(this.counted),
      ...(milieus !== undefined && { milieus }),
    };
  }
}

/**
 * Frequencies of the name parts, homes and holders of the records at hand, smoothed with general ones. Build it once
 * from both lists and hand it to every index and comparison that is to be comparable: scores do not
 * then drift with the order of arrivals.
 * @param version names the snapshot; store it beside `MODEL_VERSION` with every score
 */
export function snapshotFrequencies(
  records: Iterable<MatchRecord>,
  version: string,
): PersonFrequencies {
  const count = new SnapshotCount();
  for (const record of records) count.add(record);
  return count.frequencies(version);
}
