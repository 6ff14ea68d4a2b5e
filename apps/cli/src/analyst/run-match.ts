import {
  ENTRY_COLUMNS,
  nameOrder,
  REPORT_COLUMNS,
  toEntryRecord,
  toReportRecord,
  type EntryRecord,
  type ReportRecord,
} from '@athar/matching';
import type { OutputRow } from '@athar/tabular';
import type { ExitCode } from '../exit-code.js';
import { showProgress } from '../progress.js';
import type { Session } from '../session.js';
import type { MatchSetup } from './list-matcher.js';
import { MatcherHere } from './matcher-here.js';
import { MatcherInThreads } from './matcher-in-threads.js';
import type { Matcher } from './matcher.js';
import { matchColumns } from './match-columns.js';
import { MatchResults } from './match-results.js';
import { readList } from './read-list.js';
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
  const reading = {
    ignoreUnknown: options.ignoreUnknown === true,
    allErrors: options.allErrors === true,
  };
  const reports = await readList<ReportRecord>(
    reportsPath,
    { known: REPORT_COLUMNS, required: ['id'], ...reading, toRecord: toReportRecord },
    session,
  );
  const entries = await readList<EntryRecord>(
    registryPath,
    { known: ENTRY_COLUMNS, required: ['id'], ...reading, toRecord: toEntryRecord },
    session,
  );
  const written = await orSayStopped(options.out, session, () =>
    matchLists(reports.records, entries.records, options, session),
  );
  return summarise({ report: reports, entry: entries }, written, options.out, session);
}

/** Matches the reports and writes what was found. @returns the number of rows */
async function matchLists(
  reports: readonly ReportRecord[],
  entries: readonly EntryRecord[],
  options: MatchOptions,
  session: Session,
): Promise<number> {
  const { limit, minProbability, explain = false } = options;
  const task = { limit, minProbability, explain };
  const setup: MatchSetup = { entries, reports: reports.length, task };
  const lists = { reports, entries, expectedMatches: options.expectedMatches };
  const threads = threadsFor(options.threads, reports.length / chunkSize);
  const matcher =
    threads === 1
      ? new MatcherHere(setup, lists, session.signal)
      : new MatcherInThreads(threads, setup, lists, session.signal);
  const rows = matchAll(reports, matcher, setup, options.out, session);
  try {
    return await writeResults(options.out, matchColumns(explain), rows, session);
  } finally {
    await matcher.end();
  }
}

/** Reports whose candidates are held until the rows of all of them are written, in the order of the list. */
function reportsAtOnce({ task }: MatchSetup, out: string): number {
  const most = out === standardOutput ? reportsAPipeWaitsFor : mostHeld / task.limit;
  return Math.max(chunkSize, Math.floor(most));
}

async function* matchAll(
  reports: readonly ReportRecord[],
  matcher: Matcher,
  setup: MatchSetup,
  out: string,
  session: Session,
): AsyncGenerator<readonly OutputRow[]> {
  await matcher.ready();
  const progress = showProgress(session.output, 'Reports', reports.length);
  try {
    for (const some of chunksOf(reports, reportsAtOnce(setup, out))) {
      const results = new MatchResults(some);
      const chunks = placesInChunks(some);
      const questions = chunks.map((places) => recordsAt(places, some));
      await matcher.match(questions, (at, matches) => {
        results.take(chunks[at] ?? new Uint32Array(0), matches);
        progress.advance(chunks[at]?.length ?? 0);
      });
      yield* results.rows(setup.entries);
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

function recordsAt(places: Uint32Array, reports: readonly ReportRecord[]): ReportRecord[] {
  return [...places].flatMap((place) => reports[place] ?? []);
}
