import type { NameFrequencies, ParsedName } from '@athar/arabic-names';
import { MatchIndex, type Candidate } from './match-index.js';
import { estimateExpectedMatches, priorCentibits } from './prior.js';
import { namesOf } from './record-names.js';
import type { EntryRecord, ReportRecord } from './records.js';

/** Records of either list that are looked at: enough for the prior to be good to a quarter of a bit. */
const MOST_REPORTS = 1200;
const MOST_ENTRIES = 6000;
/** Candidates of a report that may be the true one. */
const CANDIDATES = 5;
const ROUNDS = 40;
/** Least and greatest share of the shorter list that is ever expected to have its match. */
const LEAST_SHARE = 0.002;
const MOST_SHARE = 1.2;

/** A pair's posterior as a function of the prior: 1 / odds = 2 ** -(bits + shift) + rivals. */
interface Weighed {
  readonly bits: number;
  /** Odds of relatives against the pair, which do not depend on the prior. */
  readonly rivals: number;
}

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
    reports: { sample: [...spread(reports, 2 * MOST_REPORTS)], length: reports.length },
    entries: { sample: [...spread(entries, 2 * MOST_ENTRIES)], length: entries.length },
  };
}

interface Lists {
  readonly asked: readonly ReportRecord[];
  readonly among: readonly EntryRecord[];
}

/**
 * A sample of the records whose names are full: a true pair of these is hardly ever lost among the likeliest, so that what
 * these come to is all there is. Where such are few it is of all records.
 */
function fullOf({ reports, entries }: ListSample): Lists {
  const [ofReports, ofEntries] = [counted(reports.sample), counted(entries.sample)];
  let lists: Lists = { asked: [], among: [] };
  for (const least of PARTS) {
    const asked = ofReports.filter(({ parts }) => parts >= least).map(({ record }) => record);
    const among = ofEntries.filter(({ parts }) => parts >= least).map(({ record }) => record);
    lists = {
      asked: [...spread(asked, MOST_REPORTS)],
      among: [...spread(among, MOST_ENTRIES)],
    };
    if (lists.asked.length * lists.among.length >= LEAST_FULL_PAIRS) break;
  }
  return lists;
}

function counted<R extends ReportRecord | EntryRecord>(records: readonly R[]) {
  return records.map((record) => ({ record, parts: countParts(record) }));
}

function weigh({ centibits, evidence }: Candidate): Weighed {
  const relatives = evidence.find(({ code }) => code === 'relatives')?.centibits ?? 0;
  const bits = (centibits - relatives) / 100;
  return { bits, rivals: Math.max(0, 2 ** (-centibits / 100) - 2 ** -bits) };
}

function expectedOf(pairs: readonly Weighed[], shift: number): number {
  return pairs.reduce((sum, { bits, rivals }) => {
    return sum + 1 / (1 + 2 ** -(bits + shift) + rivals);
  }, 0);
}

/**
 * True pairs to expect between two lists, estimated from the lists themselves: the share at which as many pairs are
 * expected as the posteriors come to (expectation and maximisation of the prior, all other weights held). Looks at a
 * sample of either list, the same one every time.
 * @param frequencies the snapshot of names by which the lists are matched
 * @returns a number of pairs; a fixed share of the shorter list where it is so short that nothing can be estimated
 */
export function estimateMatches(
  reports: readonly ReportRecord[],
  entries: readonly EntryRecord[],
  frequencies: NameFrequencies,
): number {
  const steps = estimatingMatches(sampleLists(reports, entries), frequencies);
  for (;;) {
    const { done, value } = steps.next();
    if (done === true) return value;
  }
}

/** `estimateMatches` step by step, a record each: between two steps others may have their turn, or end it. */
export function* estimatingMatches(
  lists: ListSample,
  frequencies: NameFrequencies,
): Generator<undefined, number> {
  const { reports, entries } = lists;
  const assumed = estimateExpectedMatches(reports.length, entries.length);
  const { asked, among } = fullOf(lists);
  const part = (asked.length * among.length) / Math.max(1, reports.length * entries.length);
  if (asked.length * among.length < LEAST_PAIRS) return assumed;
  const options = { frequencies, reports: asked.length, expectedMatches: assumed * part };
  const index = MatchIndex.build([], { ...options, wholeUpTo: 1000 });
  for (const entry of among) {
    index.upsert([entry]);
    yield undefined;
  }
  const pairs: Weighed[] = [];
  for (const report of asked) {
    pairs.push(...index.search(report, { limit: CANDIDATES }).map(weigh));
    yield undefined;
  }
  const prior = priorCentibits({ entries: among.length, ...options }) / 100;
  let found = assumed * part;
  for (let round = 0; round < ROUNDS; round += 1) {
    const share = found / (asked.length * among.length);
    found = expectedOf(pairs, Math.log2(share / (1 - share)) - prior);
    // One more than was found: a sample without any pair does not show that there are none.
    found = Math.max(found, 1);
  }
  const shorter = Math.min(reports.length, entries.length);
  return Math.min(MOST_SHARE * shorter, Math.max(LEAST_SHARE * shorter, found / part));
}
