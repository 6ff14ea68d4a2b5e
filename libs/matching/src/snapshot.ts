import { FrequencyCount } from '@athar/arabic-names';
import { holdersOf } from './holders.js';
import { MilieuNames, type PersonFrequencies } from './milieus.js';
import { heldOf } from './prepare.js';
import { placeOf } from './places.js';
import type { MatchRecord } from './records.js';
import { namesOf } from './record-names.js';
import { ShareCount } from './shares.js';
import { wholeRecord } from './whole-record.js';

/** Counts records, one after another, for a snapshot of frequencies. Keeps none of them. */
export class SnapshotCount {
  private readonly parts = new FrequencyCount();
  private readonly milieus = new MilieuNames();
  private readonly shares = new ShareCount();

  add(given: MatchRecord): void {
    const record = wholeRecord(given);
    const [name] = namesOf(record);
    if (name !== undefined) {
      this.parts.add(name);
      this.milieus.add(name);
    }
    const place = placeOf(record.homeGovernorate, record.homePlace);
    this.shares.add({ place, holders: holdersOf(heldOf(record)) });
  }

  /** See {@link snapshotFrequencies}. Nothing must be added after it. */
  frequencies(version: string): PersonFrequencies {
    const milieus = this.milieus.learn();
    return {
      ...this.parts.frequencies(version),
      shares: this.shares.shares(),
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
