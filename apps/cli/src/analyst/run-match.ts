import {
  ENTRY_COLUMNS,
  nameOrder,
  REPORT_COLUMNS,
  toEntryRecord,
  toReportRecord,
  type EntryRecord,
  type ReportRecord,
} from '@athar/matching';
import type { ExitCode } from '../exit-code.js';
import { showProgress } from '../progress.js';
import type { Session } from '../session.js';
import { Breather, inPieces } from './breather.js';
import { learningWeights, type MatchLists } from './learn-weights.js';
import {
  ListMatcher,
  type Matches,
  type MatchQuestion,
  type MatchSetup,
  type MatchWeights,
} from './list-matcher.js';
import { matchColumns } from './match-columns.js';
import { MatchResults } from './match-results.js';
import { readList } from './read-list.js';
import { ThreadEnded, Threads, threadsFor } from './threads.js';
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
  const threads = threadsFor(options.threads, reports.length / chunkSize);
  const results = new MatchResults(reports);
  if (threads === 1) await matchHere(setup, reports, options, results, session);
  else await matchInThreads(threads, setup, reports, options, results, session);
  return writeResults(options.out, matchColumns(explain), results.rows(entries), session);
}

/** Learns in a thread of its own: what it leaves in memory is hundreds of megabytes and ends with it. */
async function learnWeights(lists: MatchLists, signal: AbortSignal): Promise<MatchWeights> {
  const work = { script: new URL('./weights-worker.js', import.meta.url), setup: lists };
  const threads = new Threads<null, MatchWeights>(1, work, signal);
  try {
    const [weights] = await threads.askAll(null);
    if (weights === undefined) throw new ThreadEnded();
    return weights;
  } finally {
    await threads.end();
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

async function matchInThreads(
  count: number,
  setup: MatchSetup,
  reports: readonly ReportRecord[],
  options: MatchOptions,
  results: MatchResults,
  session: Session,
): Promise<void> {
  const work = { script: new URL('./match-worker.js', import.meta.url), setup: null };
  const threads = new Threads<MatchQuestion, Matches | null>(count, work, session.signal);
  try {
    const lists = { reports, entries: setup.entries, expectedMatches: options.expectedMatches };
    const ready = threads.askAll(setup);
    const [weights] = await Promise.all([learnWeights(lists, session.signal), ready]);
    await threads.askAll(weights);
    const chunks = placesInChunks(reports);
    const progress = showProgress(session.output, 'Reports', reports.length);
    try {
      const questions = chunks.map((places) => ({ toMatch: recordsAt(places, reports) }));
      await threads.answer(questions, (at, matches) => {
        const places = chunks[at];
        if (places === undefined || matches === null) return;
        results.take(places, matches);
        progress.advance(places.length);
      });
    } finally {
      progress.end();
    }
  } finally {
    await threads.end();
  }
}

async function matchHere(
  setup: MatchSetup,
  reports: readonly ReportRecord[],
  options: MatchOptions,
  results: MatchResults,
  session: Session,
): Promise<void> {
  const matcher = new ListMatcher(setup);
  const lists = { reports, entries: setup.entries, expectedMatches: options.expectedMatches };
  matcher.weighBy(await inPieces(learningWeights(lists), session.signal));
  const progress = showProgress(session.output, 'Reports', reports.length);
  const breather = new Breather(session.signal);
  try {
    for (const places of placesInChunks(reports)) {
      for (const place of places) {
        const one = Uint32Array.of(place);
        results.take(one, matcher.match(recordsAt(one, reports)));
        progress.advance(1);
        await breather.pause();
      }
    }
  } finally {
    progress.end();
  }
}
