import { estimateMatches, MatchIndex, snapshotFrequencies } from '@athar/matching';
import { spread, type Population } from './population.js';

/** A proposed pair. */
export interface Proposed {
  readonly report: number;
  readonly entry: number;
  readonly probability: number;
  readonly isTrue: boolean;
}

/** A true pair, and where it was put among what its report was offered. */
export interface Found {
  readonly report: number;
  readonly entry: number;
  /** 1 + the false ones that are as probable or more: ties count against us; Infinity where it was not offered. */
  readonly rank: number;
  /** 0 where it was not offered. */
  readonly probability: number;
}

export interface Measured {
  /** Reports that were asked about. */
  readonly asked: readonly number[];
  readonly proposed: readonly Proposed[];
  readonly found: readonly Found[];
  /** True pairs that were expected, estimated from the lists or given. */
  readonly expected: number;
}

const LIMIT = 20;

function rankOf(entry: number, offered: readonly Proposed[]): Pick<Found, 'rank' | 'probability'> {
  const own = offered.find((pair) => pair.entry === entry);
  if (own === undefined) return { rank: Infinity, probability: 0 };
  const before = offered.filter((pair) => !pair.isTrue && pair.probability >= own.probability);
  return { rank: before.length + 1, probability: own.probability };
}

/**
 * Matches a population as `athar match` does and sets it beside the truth.
 * @param most reports that are asked about, spread evenly
 * @param expectedMatches true pairs to expect; estimated from the lists where not given
 */
export function measure(population: Population, most: number, expectedMatches?: number): Measured {
  const { reports, entries, truth } = population;
  const frequencies = snapshotFrequencies([...reports, ...entries], 'both-lists');
  const weights =
    expectedMatches === undefined
      ? estimateMatches(reports, entries, frequencies)
      : { frequencies, expectedMatches };
  const index = MatchIndex.build(entries, { ...weights, reports: reports.length });
  const places = new Map(entries.map(({ id }, place) => [id, place]));
  const asked = spread(reports.length, most);
  const proposed: Proposed[] = [];
  const found: Found[] = [];
  for (const report of asked) {
    const record = reports[report];
    if (record === undefined) continue;
    const offered = index.search(record, { limit: LIMIT }).map(({ entryId, probability }) => {
      const entry = places.get(entryId) ?? -1;
      return { report, entry, probability, isTrue: truth.get(report)?.has(entry) === true };
    });
    proposed.push(...offered);
    for (const entry of truth.get(report) ?? []) {
      found.push({ report, entry, ...rankOf(entry, offered) });
    }
  }
  return { asked, proposed, found, expected: weights.expectedMatches };
}
