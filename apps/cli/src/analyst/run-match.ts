import {
  ENTRY_COLUMNS,
  inNameOrder,
  nameOrder,
  REPORT_COLUMNS,
  sampleLists,
  toEntryRecord,
  toReportRecord,
  type EntryRecord,
  type MatchRecord,
  type ReportRecord,
} from '@athar/matching';
import type { OutputRow } from '@athar/tabular';
import type { ExitCode } from '../exit-code.js';
import { showProgress } from '../progress.js';
import type { Session } from '../session.js';
import { keepHeapsLean } from './lean-heap.js';
import { Learning } from './learning.js';
import { MatcherHere } from './matcher-here.js';
import { MatcherInThreads } from './matcher-in-threads.js';
import type { Matcher } from './matcher.js';
import { matchColumns } from './match-columns.js';
import { MatchResults } from './match-results.js';
import { readList, type List } from './read-list.js';
import { chunksOf, threadsFor } from './threads.js';
import {
  checkPaths,
  orSayStopped,
  standardOutput,
  summarise,
  writeResults,
} from './write-results.js';

/** Reports handed to a thread at once; fewer than this many chunks are not worth another thread. */
const chunkSize = 64;
/** Candidates that are held before they are written: some 30 MB, and where each is explained 200. */
const mostHeld = 4_000_000;
/** Who reads our standard output sees rows before all are there. */
const reportsAPipeWaitsFor = 2000;

/** Arguments of `athar match`. */
export interface MatchOptions {
  limit: number;
  minProbability: number;
  expectedMatches?: number;
  explain?: true;
  threads?: number;
  ignoreUnknown?: true;
  allErrors?: true;
  out: string;
}

/** Runs `athar match`. */
export async function runMatch(
  reportsPath: string,
  registryPath: string,
  options: MatchOptions,
  session: Session,
): Promise<ExitCode> {
  await checkPaths([reportsPath, registryPath], options.out);
  keepHeapsLean();
  return orSayStopped(options.out, session, () =>
    matchLists(reportsPath, registryPath, options, session),
  );
}

async function matchLists(
  reportsPath: string,
  registryPath: string,
  options: MatchOptions,
  session: Session,
): Promise<ExitCode> {
  const learning = new Learning(threadsFor(options.threads, Infinity) > 1, session.signal);
  try {
    const reports = await readList<ReportRecord>(
      reportsPath,
      { known: REPORT_COLUMNS, toRecord: toReportRecord, ...readingOf(options, learning) },
      session,
    );
    return await matchReports(reports, registryPath, learning, options, session);
  } finally {
    await learning.end();
  }
}

function readingOf({ ignoreUnknown, allErrors }: MatchOptions, learning: Learning) {
  return {
    required: ['id'],
    ignoreUnknown: ignoreUnknown === true,
    allErrors: allErrors === true,
    taken: (record: MatchRecord) => learning.add(record),
  };
}

async function matchReports(
  reports: List<ReportRecord>,
  registryPath: string,
  learning: Learning,
  options: MatchOptions,
  session: Session,
): Promise<ExitCode> {
  const matcher = matcherFor(reports.records.length, options, session);
  try {
    const entries = await readyEntries(
      registryPath,
      reports.records,
      { matcher, learning },
      options,
      session,
    );
    const columns = matchColumns(options.explain === true);
    const rows = matchAll(reports.records, entries.records, matcher, options, session);
    const written = await writeResults(options.out, columns, rows, session);
    return summarise({ report: reports, entry: entries }, written, options.out, session);
  } finally {
    await matcher.end();
  }
}

function matcherFor(reports: number, options: MatchOptions, { signal }: Session): Matcher {
  const { limit, minProbability, explain = false } = options;
  const setup = { reports, task: { limit, minProbability, explain } };
  const threads = threadsFor(options.threads, reports / chunkSize);
  return threads === 1
    ? new MatcherHere(setup, signal)
    : new MatcherInThreads(threads, setup, signal);
}

/**
 * Reads the entries and makes them ready, like names together: those that a report is compared with then stand side by
 * side in memory.
 * @returns their ids alone, in that order, for what else they say is only needed where they are compared
 */
async function readyEntries(
  path: string,
  reports: readonly ReportRecord[],
  { matcher, learning }: { matcher: Matcher; learning: Learning },
  options: MatchOptions,
  session: Session,
): Promise<List<string>> {
  const { records, badRows } = await readList<EntryRecord>(
    path,
    { known: ENTRY_COLUMNS, toRecord: toEntryRecord, ...readingOf(options, learning) },
    session,
  );
  const counted = learning.counted(options.expectedMatches ?? sampleLists(reports, records));
  const toIndex = inNameOrder(records);
  const ids = toIndex.map(({ id }) => id);
  await matcher.ready(toIndex, counted);
  return { records: ids, badRows };
}

/** Reports whose candidates are held until the rows of all of them are written, in the order of the list. */
function reportsAtOnce({ limit, out }: MatchOptions): number {
  const most = out === standardOutput ? reportsAPipeWaitsFor : mostHeld / limit;
  return Math.max(chunkSize, Math.floor(most));
}

async function* matchAll(
  reports: readonly ReportRecord[],
  entries: readonly string[],
  matcher: Matcher,
  options: MatchOptions,
  session: Session,
): AsyncGenerator<readonly OutputRow[]> {
  const progress = showProgress(session.output, 'Reports', reports.length);
  try {
    const parts = [...chunksOf(reports, reportsAtOnce(options))];
    for (const [part, some] of parts.entries()) {
      const results = new MatchResults(some);
      const chunks = placesInChunks(some);
      const questions = chunks.map((places) => recordsAt(places, some));
      await matcher.match(questions, (at, matches) => {
        results.take(chunks[at] ?? new Uint32Array(0), matches);
        progress.advance(chunks[at]?.length ?? 0);
      });
      // What is left is to write: what the threads have in memory is more than all that is written.
      if (part === parts.length - 1) await matcher.end();
      yield* results.rows(entries);
    }
  } finally {
    progress.end();
  }
}

/** Places of the reports, like names together, in parts. */
function placesInChunks(reports: readonly ReportRecord[]): Uint32Array[] {
  const order = nameOrder(reports);
  const chunks: Uint32Array[] = [];
  for (let at = 0; at < order.length; at += chunkSize) {
    chunks.push(order.subarray(at, at + chunkSize));
  }
  return chunks;
}

function recordsAt<Of>(places: Uint32Array, records: readonly Of[]): Of[] {
  return [...places].flatMap((place) => records[place] ?? []);
}
