import type { ParsedName } from '@athar/arabic-names';
import { inNameOrder } from './name-order.js';
import { estimateExpectedMatches } from './prior.js';
import { namesOf } from './record-names.js';
import type { EntryRecord, ReportRecord } from './records.js';

/**
 * Records of either list that are looked at: of reports more where few have an entry, so that about so many true pairs are
 * among them if as many as usual have.
 */
const LEAST_REPORTS = 2400;
const MOST_REPORTS = 12_800;
const MOST_ENTRIES = 8000;
const TRUE_PAIRS = 200;
/** So many times as many are read, since not every name is full. */
const READ_OF_REPORTS = 1.25;
const READ_OF_ENTRIES = 2;

function* spread<T>(items: readonly T[], most: number): Generator<T> {
  const step = Math.max(1, items.length / most);
  for (let at = 0; at < items.length; at += step) {
    const item = items[Math.floor(at)];
    if (item !== undefined) yield item;
  }
}

/** Parts of a name, by-names aside, of records that are told apart by their names; then of any. */
const PARTS = [3, 2, 0] as const;
/** So many pairs of records at least are looked at. */
const LEAST_PAIRS = 10_000;
/** So many of records with full names, or shorter names are looked at too. */
const LEAST_FULL_PAIRS = 100_000;

/** Parts of the fullest form of a name. */
function countParts(record: ReportRecord | EntryRecord): number {
  return Math.max(0, ...namesOf(record).map(partsOfName));
}

function partsOfName({ readings }: ParsedName): number {
  return readings[0]?.filter((role) => role !== 'kunya').length ?? 0;
}

/** What is looked at of two lists, and how long they are. */
export interface ListSample {
  readonly reports: { readonly sample: readonly ReportRecord[]; readonly length: number };
  readonly entries: { readonly sample: readonly EntryRecord[]; readonly length: number };
}

/** Records of two lists, enough to find full ones among them for a contest. */
export function sampleLists(
  reports: readonly ReportRecord[],
  entries: readonly EntryRecord[],
): ListSample {
  return {
    reports: {
      sample: [...spread(reports, READ_OF_REPORTS * MOST_REPORTS)],
      length: reports.length,
    },
    entries: {
      sample: [...spread(entries, READ_OF_ENTRIES * MOST_ENTRIES)],
      length: entries.length,
    },
  };
}

/** What of two lists is compared, all with all, to estimate what they have in common. */
export interface Contest {
  /** Reports that are asked about, and the entries that they are compared with: none where the lists are too short. */
  readonly asked: readonly ReportRecord[];
  readonly among: readonly EntryRecord[];
  /** Lengths of the whole lists. */
  readonly reports: number;
  readonly entries: number;
}

/** How many reports are asked about, of lists of these lengths. */
function countAsked(reports: number, entries: number): number {
  const assumed = estimateExpectedMatches(reports, entries);
  const ofReport = (assumed / Math.max(1, reports)) * Math.min(1, MOST_ENTRIES / entries);
  return Math.min(MOST_REPORTS, Math.max(LEAST_REPORTS, Math.ceil(TRUE_PAIRS / ofReport)));
}

/**
 * Chooses among the records of a sample those whose names are full: a true pair of these is hardly ever lost among the
 * likeliest, so that what these come to is all there is. Where such are few it is of all records.
 */
export function contestOf({ reports, entries }: ListSample): Contest {
  const [ofReports, ofEntries] = [counted(reports.sample), counted(entries.sample)];
  const most = countAsked(reports.length, entries.length);
  const lengths = { reports: reports.length, entries: entries.length };
  let contest: Contest = { asked: [], among: [], ...lengths };
  for (const least of PARTS) {
    const asked = ofReports.filter(({ parts }) => parts >= least).map(({ record }) => record);
    const among = ofEntries.filter(({ parts }) => parts >= least).map(({ record }) => record);
    contest = {
      asked: inNameOrder([...spread(asked, most)]),
      among: inNameOrder([...spread(among, MOST_ENTRIES)]),
      ...lengths,
    };
    if (pairsOf(contest) >= LEAST_FULL_PAIRS) break;
  }
  return pairsOf(contest) < LEAST_PAIRS ? { asked: [], among: [], ...lengths } : contest;
}

/** How many pairs are looked at. */
export function pairsOf({ asked, among }: Contest): number {
  return asked.length * among.length;
}

/** The share of all pairs that are looked at. */
export function partOf(contest: Contest): number {
  return pairsOf(contest) / Math.max(1, contest.reports * contest.entries);
}

function counted<R extends ReportRecord | EntryRecord>(records: readonly R[]) {
  return records.map((record) => ({ record, parts: countParts(record) }));
}
