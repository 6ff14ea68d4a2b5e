import {
  ENTRY_COLUMNS,
  estimateMatches,
  MatchIndex,
  REPORT_COLUMNS,
  snapshotFrequencies,
  toEntryRecord,
  toReportRecord,
  type EntryRecord,
  type ReportRecord,
} from '@athar/matching';
import type { OutputRow } from '@athar/tabular';
import type { ExitCode } from '../exit-code.js';
import { showProgress } from '../progress.js';
import type { Session } from '../session.js';
import { Breather } from './breather.js';
import { matchColumns, matchReport } from './match-report.js';
import type { MatchSetup } from './match-worker.js';
import { readList, type List } from './read-list.js';
import { answerInThreads, chunksOf, threadsFor } from './threads.js';
import { checkPaths, summarise, writeResults } from './write-results.js';

/** Reports handed to a thread at once; fewer than this many chunks are not worth another thread. */
const chunkSize = 64;

/** Arguments of `athar match`. */
export interface MatchOptions {
  limit: number;
  minProbability: number;
  expectedMatches?: number;
  explain?: true;
  threads?: number;
  ignoreUnknown?: true;
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
  const ignoreUnknown = options.ignoreUnknown === true;
  const reports = await readList<ReportRecord>(
    reportsPath,
    { known: REPORT_COLUMNS, required: ['id'], ignoreUnknown, toRecord: toReportRecord },
    session,
  );
  const entries = await readList<EntryRecord>(
    registryPath,
    { known: ENTRY_COLUMNS, required: ['id'], ignoreUnknown, toRecord: toEntryRecord },
    session,
  );
  const setup = setupOf(options, reports, entries);
  const threads = threadsFor(options.threads, reports.records.length / chunkSize);
  const rows = matchAll(reports.records, threads, setup, session);
  const columns = matchColumns(setup.task.explain);
  const written = await writeResults(options.out, columns, rows, session);
  return summarise({ report: reports, entry: entries }, written, options.out, session);
}

function setupOf(
  options: MatchOptions,
  reports: List<ReportRecord>,
  entries: List<EntryRecord>,
): MatchSetup {
  const { limit, minProbability, explain = false } = options;
  const frequencies = snapshotFrequencies([...reports.records, ...entries.records], 'both-lists');
  const expectedMatches =
    options.expectedMatches ?? estimateMatches(reports.records, entries.records, frequencies);
  return {
    entries: entries.records,
    index: { reports: reports.records.length, frequencies, expectedMatches },
    task: { limit, minProbability, explain },
  };
}

async function* matchAll(
  reports: readonly ReportRecord[],
  threads: number,
  setup: MatchSetup,
  session: Session,
): AsyncGenerator<OutputRow> {
  const progress = showProgress(session.output, 'Reports', reports.length);
  const results =
    threads === 1
      ? matchHere(reports, setup, session.signal)
      : answerInThreads<readonly ReportRecord[], OutputRow[]>(
          chunksOf(reports, chunkSize),
          threads,
          { script: new URL('./match-worker.js', import.meta.url), setup },
          session.signal,
        );
  try {
    for await (const rows of results) {
      yield* rows;
      progress.advance(threads === 1 ? 1 : chunkSize);
    }
  } finally {
    progress.end();
  }
}

async function* matchHere(
  reports: readonly ReportRecord[],
  { entries, index: options, task }: MatchSetup,
  signal: AbortSignal,
): AsyncGenerator<OutputRow[]> {
  const index = MatchIndex.build(entries, options);
  const breather = new Breather(signal);
  for (const report of reports) {
    yield matchReport(index, report, task);
    await breather.pause();
  }
}
