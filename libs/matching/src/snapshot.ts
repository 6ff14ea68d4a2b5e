import { buildFrequencies, type ParsedName } from '@athar/arabic-names';
import { holdersOf } from './holders.js';
import { learnMilieus, type PersonFrequencies } from './milieus.js';
import { heldOf } from './prepare.js';
import { placeOf } from './places.js';
import type { MatchRecord } from './records.js';
import { namesOf } from './record-names.js';
import { sharesOf, type Counted } from './shares.js';

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
  const names: ParsedName[] = [];
  const counted: Counted[] = [];
  for (const record of records) {
    const [name] = namesOf(record);
    if (name !== undefined) names.push(name);
    const place = placeOf(record.homeGovernorate, record.homePlace);
    counted.push({ place, holders: holdersOf(heldOf(record)) });
  }
  const milieus = learnMilieus(names);
  return {
    ...buildFrequencies(names, version),
    shares: sharesOf(counted),
    ...(milieus !== undefined && { milieus }),
  };
}
