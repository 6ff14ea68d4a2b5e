import {
  ENTRY_COLUMNS,
  estimatingMatches,
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
import { Breather, inPieces } from './breather.js';
import { matchColumns, matchReports, matchRows, type Matches } from './match-report.js';
import type { MatchSetup } from './match-worker.js';
import { readList, type List } from './read-list.js';
import { answerInThreads, chunksOf, threadsFor } from './threads.js';
import { checkPaths, orSayStopped, summarise, writeResults } from './write-results.js';

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
  const setup = await orSayStopped(options.out, session, () =>
    setupOf(options, reports, entries, session.signal),
  );
  const threads = threadsFor(options.threads, reports.records.length / chunkSize);
  const rows = matchAll(reports.records, threads, setup, session);
  const columns = matchColumns(setup.task.explain);
  const written = await orSayStopped(options.out, session, () =>
    writeResults(options.out, columns, rows, session),
  );
  return summarise({ report: reports, entry: entries }, written, options.out, session);
}

async function setupOf(
  options: MatchOptions,
  reports: List<ReportRecord>,
  entries: List<EntryRecord>,
  signal: AbortSignal,
): Promise<MatchSetup> {
  const { limit, minProbability, explain = false } = options;
  const frequencies = snapshotFrequencies([...reports.records, ...entries.records], 'both-lists');
  const expectedMatches =
    options.expectedMatches ??
    (await inPieces(estimatingMatches(reports.records, entries.records, frequencies), signal));
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
): AsyncGenerator<readonly OutputRow[]> {
  const progress = showProgress(session.output, 'Reports', reports.length);
  const size = threads === 1 ? 1 : chunkSize;
  const chunks = [...chunksOf(reports, size)];
  const found =
    threads === 1
      ? matchHere(chunks, setup, session.signal)
      : answerInThreads<readonly ReportRecord[], Matches>(
          chunks,
          threads,
          { script: new URL('./match-worker.js', import.meta.url), setup },
          session.signal,
        );
  try {
    let chunk = 0;
    for await (const matches of found) {
      yield [...matchRows(chunks[chunk++] ?? [], matches)];
      progress.advance(size);
    }
  } finally {
    progress.end();
  }
}

async function* matchHere(
  chunks: Iterable<readonly ReportRecord[]>,
  { entries, index: options, task }: MatchSetup,
  signal: AbortSignal,
): AsyncGenerator<Matches> {
  const index = MatchIndex.build(entries, options);
  const breather = new Breather(signal);
  for (const reports of chunks) {
    yield matchReports(index, reports, task);
    await breather.pause();
  }
}
