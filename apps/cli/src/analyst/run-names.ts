import type { NameRecord } from '@athar/arabic-names';
import type { OutputRow } from '@athar/tabular';
import type { ExitCode } from '../exit-code.js';
import { showProgress } from '../progress.js';
import type { Session } from '../session.js';
import { Breather } from './breather.js';
import type { RankSetup } from './rank-names.js';
import { readList, type CellProblem, type ListOptions } from './read-list.js';
import { answerInThreads, chunksOf, threadsFor } from './threads.js';
import { checkPaths, summarise, writeResults } from './write-results.js';

const columns = ['query_id', 'rank', 'id', { name: 'score', decimals: 6 }];

/** Queries handed to a thread at once. */
const chunkSize = 16;
/** Pairs of names that make up for the start of a thread, which reads the whole pool. */
const pairsAThread = 500_000;

/** Arguments of `athar names`. */
export interface NamesOptions {
  limit: number;
  threads?: number;
  out: string;
  ignoreUnknown?: true;
}

/** Runs `athar names`. */
export async function runNames(
  queriesPath: string,
  poolPath: string,
  options: NamesOptions,
  session: Session,
): Promise<ExitCode> {
  await checkPaths([queriesPath, poolPath], options.out);
  const listOptions = namesList(options.ignoreUnknown === true);
  const queries = await readList(queriesPath, listOptions, session);
  const pool = await readList(poolPath, listOptions, session);
  const threads = threadsFor(options.threads, worthOf(options, queries.records, pool.records));
  const setup = { pool: pool.records, limit: options.limit };
  const rows = rankAll(queries.records, threads, setup, session);
  const written = await writeResults(options.out, columns, rows, session);
  return summarise({ query: queries, name: pool }, written, options.out, session);
}

function namesList(ignoreUnknown: boolean): ListOptions<NameRecord> {
  const known = ['id', 'name'];
  return { known, required: known, ignoreUnknown, toRecord };
}

function toRecord(values: Record<string, string>): {
  record: NameRecord;
  problems: CellProblem[];
} {
  const { id = '', name = '' } = values;
  const missing = { column: 'name', code: 'missing-name', expected: 'a name' };
  return { record: { id, name }, problems: name === '' ? [missing] : [] };
}

/** How many threads there is work for: where they were asked for, as many as have something to do. */
function worthOf(
  { threads }: NamesOptions,
  queries: readonly NameRecord[],
  pool: readonly NameRecord[],
): number {
  if (threads !== undefined) return queries.length / chunkSize;
  return (queries.length * pool.length) / pairsAThread;
}

async function* rankAll(
  queries: readonly NameRecord[],
  threads: number,
  setup: RankSetup,
  session: Session,
): AsyncGenerator<OutputRow> {
  const progress = showProgress(session.output, 'Names', queries.length);
  const results =
    threads === 1
      ? rankHere(queries, setup, session.signal)
      : answerInThreads<readonly NameRecord[], OutputRow[]>(
          chunksOf(queries, chunkSize),
          threads,
          { script: new URL('./names-worker.js', import.meta.url), setup },
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

async function* rankHere(
  queries: readonly NameRecord[],
  setup: RankSetup,
  signal: AbortSignal,
): AsyncGenerator<OutputRow[]> {
  // Loaded only here: threads load the tables of the names themselves.
  const { nameRanker } = await import('./rank-names.js');
  const rank = nameRanker(setup);
  const breather = new Breather(signal);
  for (const query of queries) {
    yield rank(query);
    await breather.pause();
  }
}
