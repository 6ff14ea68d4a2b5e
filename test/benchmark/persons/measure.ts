import {
  MatchIndex,
  snapshotFrequencies,
  toEntryRecord,
  toReportRecord,
  type ReportRecord,
} from '@athar/matching';
import { simulatePersons, type SimulationStreams } from '@athar/simulation';

export interface Sample {
  /** Reports that are measured. */
  readonly queries: number;
  /** Reports that are searched before: a service has met most names. */
  readonly warm: number;
  readonly seed: number;
}

/** What searching costs in a registry of some size. */
export interface Measured {
  /** Processor seconds that the index takes. */
  readonly build: number;
  /** Memory of the index for each record, without the record itself. */
  readonly bytes: number;
  /** Milliseconds that half and 99 of a hundred searches take at most. */
  readonly p50: number;
  readonly p99: number;
  /** Processor milliseconds of a search. */
  readonly mean: number;
}

/** Names that frequencies are counted from. */
const COUNTED = 20_000;

function processorSeconds(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

function heap(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function* take<T>(items: Iterable<T>, most: number): Generator<T> {
  let left = most;
  for (const item of items) {
    if (left-- <= 0) return;
    yield item;
  }
}

function indexOf(people: SimulationStreams, size: number): { index: MatchIndex; build: number } {
  const entries = Array.from(people.entries(), ({ row }) => toEntryRecord({ ...row }).record);
  const frequencies = snapshotFrequencies(take(entries, COUNTED), 'benchmark');
  const before = processorSeconds();
  const index = MatchIndex.build(entries, { reports: size, frequencies });
  return { index, build: processorSeconds() - before };
}

function reportsOf(people: SimulationStreams, { queries, warm }: Sample): ReportRecord[] {
  const rows = take(people.reports(), queries + warm);
  return Array.from(rows, ({ row }) => toReportRecord({ ...row }).record);
}

/** Searches a sample of reports in a simulated registry. */
export function measure(size: number, sample: Sample): Measured {
  const persons = Math.max(size, sample.queries + sample.warm);
  const people = simulatePersons({ persons, registry: size, seed: sample.seed });
  const empty = heap();
  const { index, build } = indexOf(people, size);
  const bytes = (heap() - empty) / size;
  const reports = reportsOf(people, sample);
  for (const report of reports.slice(0, sample.warm)) index.rank(report);
  const before = processorSeconds();
  const times = reports.slice(sample.warm).map((report) => {
    const started = performance.now();
    index.rank(report);
    return performance.now() - started;
  });
  const mean = (1000 * (processorSeconds() - before)) / times.length;
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.floor(share * (times.length - 1))] ?? NaN;
  return { build, bytes, p50: at(0.5), p99: at(0.99), mean };
}
