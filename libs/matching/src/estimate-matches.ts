import type { ParsedName } from '@athar/arabic-names';
import type { Contested } from './compare-persons.js';
import { expectationOf } from './expectation.js';
import { MatchIndex } from './match-index.js';
import type { PersonFrequencies } from './milieus.js';
import { inNameOrder } from './name-order.js';
import { estimateExpectedMatches, priorCentibits } from './prior.js';
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
/** Candidates of a report that may be the true one. */
const CANDIDATES = 5;
/**
 * Pairs that are less probable at first are not looked for, which is quicker: in 160,000 reports beside 10,200 entries a
 * hundredth less is expected for it.
 */
const LEAST_PROBABILITY = 0.0001;
const LIKELIEST = { limit: CANDIDATES, minProbability: LEAST_PROBABILITY };
/** Least and greatest share of the shorter list that is ever expected to have its match. */
const LEAST_SHARE = 0.002;
const MOST_SHARE = 1.2;

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

/** Records of two lists, enough to find full ones among them for `estimatingMatches`. */
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

interface Lists {
  readonly asked: readonly ReportRecord[];
  readonly among: readonly EntryRecord[];
}

/** How many reports are asked about, of lists of these lengths. */
function countAsked(reports: number, entries: number): number {
  const assumed = estimateExpectedMatches(reports, entries);
  const ofReport = (assumed / Math.max(1, reports)) * Math.min(1, MOST_ENTRIES / entries);
  return Math.min(MOST_REPORTS, Math.max(LEAST_REPORTS, Math.ceil(TRUE_PAIRS / ofReport)));
}

/**
 * A sample of the records whose names are full: a true pair of these is hardly ever lost among the likeliest, so that what
 * these come to is all there is. Where such are few it is of all records.
 */
function fullOf({ reports, entries }: ListSample): Lists {
  const [ofReports, ofEntries] = [counted(reports.sample), counted(entries.sample)];
  const most = countAsked(reports.length, entries.length);
  let lists: Lists = { asked: [], among: [] };
  for (const least of PARTS) {
    const asked = ofReports.filter(({ parts }) => parts >= least).map(({ record }) => record);
    const among = ofEntries.filter(({ parts }) => parts >= least).map(({ record }) => record);
    lists = {
      asked: inNameOrder([...spread(asked, most)]),
      among: inNameOrder([...spread(among, MOST_ENTRIES)]),
    };
    if (lists.asked.length * lists.among.length >= LEAST_FULL_PAIRS) break;
  }
  return lists;
}

function counted<R extends ReportRecord | EntryRecord>(records: readonly R[]) {
  return records.map((record) => ({ record, parts: countParts(record) }));
}

/** What is learned of two lists as a whole: options of an index. */
export interface ListWeights {
  /** The snapshot given, with the rate of namesakes in both lists. */
  readonly frequencies: PersonFrequencies;
  /** True pairs to expect. */
  readonly expectedMatches: number;
}

/**
 * True pairs to expect between two lists, and how many namesakes there are beside them, estimated from the lists themselves:
 * see `expectationOf`. Looks at a sample of either list, the same one every time.
 * @param frequencies the snapshot of names by which the lists are matched
 * @returns of lists so short that nothing can be estimated a fixed share of the shorter one, and the snapshot as it is
 */
export function estimateMatches(
  reports: readonly ReportRecord[],
  entries: readonly EntryRecord[],
  frequencies: PersonFrequencies,
): ListWeights {
  const steps = estimatingMatches(sampleLists(reports, entries), frequencies);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** `estimateMatches` step by step, a record each: between two steps others may have their turn, or end it. */
export function* estimatingMatches(
  lists: ListSample,
  frequencies: PersonFrequencies,
): Generator<undefined, ListWeights> {
  const { reports, entries } = lists;
  const assumed = estimateExpectedMatches(reports.length, entries.length);
  const { asked, among } = fullOf(lists);
  const part = (asked.length * among.length) / Math.max(1, reports.length * entries.length);
  const all = asked.length * among.length;
  if (all < LEAST_PAIRS) return { frequencies, expectedMatches: assumed };
  const options = { frequencies, reports: asked.length, expectedMatches: assumed * part };
  const index = MatchIndex.build([], { ...options, wholeUpTo: 1000 });
  for (const entry of among) {
    index.upsert([entry]);
    yield undefined;
  }
  const likeliest: (readonly Contested[])[] = [];
  for (const report of asked) {
    likeliest.push(index.contest(report, LIKELIEST));
    yield undefined;
  }
  const prior = priorCentibits({ entries: among.length, ...options }) / 100;
  const { matches, namesakes } = expectationOf(likeliest, all, prior, assumed * part);
  const shorter = Math.min(reports.length, entries.length);
  const [least, most] = [LEAST_SHARE * shorter, MOST_SHARE * shorter];
  return {
    frequencies: { ...frequencies, namesakes },
    expectedMatches: Math.min(most, Math.max(least, matches / part)),
  };
}
