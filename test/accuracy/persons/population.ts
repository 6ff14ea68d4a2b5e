import {
  toEntryRecord,
  toReportRecord,
  type EntryRecord,
  type ReportRecord,
} from '@athar/matching';
import { simulate, type About, type Manner, type Noise } from '@athar/simulation';

/** What is simulated and how much of it is asked about. */
export interface PopulationOptions {
  readonly seed: number;
  readonly persons: number;
  readonly registry: number;
  readonly noise: Partial<Noise>;
}

/** Reports, entries and what is truly so. Places are indices in the two lists. */
export interface Population {
  readonly reports: readonly ReportRecord[];
  readonly entries: readonly EntryRecord[];
  /** By report the entries on the same person. */
  readonly truth: ReadonlyMap<number, ReadonlySet<number>>;
  readonly pairs: number;
  readonly parts: { readonly reports: readonly number[]; readonly entries: readonly number[] };
  readonly manners: readonly Manner[];
  readonly about: { readonly reports: readonly About[]; readonly entries: readonly About[] };
}

function placesOf(records: readonly { id: string }[]): Map<string, number> {
  return new Map(records.map(({ id }, place) => [id, place]));
}

/** Simulates a population and reads it as `athar match` would. */
export function populationOf(options: PopulationOptions): Population {
  const {
    reports: rows,
    registry,
    truth: rowsOfTruth,
    nameParts,
    manners,
    about,
  } = simulate(options);
  const reports = rows.map((row) => toReportRecord(row).record);
  const entries = registry.map((row) => toEntryRecord(row).record);
  const [reportAt, entryAt] = [placesOf(reports), placesOf(entries)];
  const truth = new Map<number, Set<number>>();
  for (const { report_id: report, entry_id: entry } of rowsOfTruth) {
    const place = reportAt.get(report) ?? -1;
    const known = truth.get(place) ?? new Set<number>();
    truth.set(place, known.add(entryAt.get(entry) ?? -1));
  }
  return {
    reports,
    entries,
    truth,
    pairs: rowsOfTruth.length,
    parts: { reports: nameParts.reports, entries: nameParts.registry },
    manners: manners.reports,
    about: { reports: about.reports, entries: about.registry },
  };
}

/** Places of so many of a list, spread evenly. */
export function spread(length: number, most: number): number[] {
  const step = Math.max(1, length / most);
  const count = Math.min(length, most);
  return Array.from({ length: count }, (_, place) => Math.floor(place * step));
}
