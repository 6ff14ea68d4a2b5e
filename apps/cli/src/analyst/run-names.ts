import { stat } from 'node:fs/promises';
import type { NameRecord } from '@athar/arabic-names';
import type { OutputRow } from '@athar/tabular';
import type { ExitCode } from '../exit-code.js';
import { showProgress } from '../progress.js';
import type { Session } from '../session.js';
import { leaned, spareHits, type AnsweredName } from './lean-names.js';
import { nameColumns, nameRows } from './name-rows.js';
import { PoolParts } from './pool-parts.js';
import type { RankAnswer } from './rank-names.js';
import { labelOf, readList, standardInput, type List, type ListOptions } from './read-list.js';
import { RowProblems, type CellProblem } from './row-problems.js';
import { chunksOf, threadsFor } from './threads.js';
import { checkPaths, orSayStopped, summarise, writeResults } from './write-results.js';

/** Pairs of names that make up for the start of a thread, which reads its part of the pool. */
const pairsAThread = 500_000;
/** Names that the main thread ranks in at most: they are ready in about a second. */
const mostInMain = 10_000;
/** About how many bytes a row of a list has. */
const bytesARow = 20;
/** Pairs of names that threads are asked about at once: many make each cheaper, few show how far it is. */
const pairsAtOnce = 1_000_000;
const [leastAtOnce, mostAtOnce] = [8, 128];

/** Arguments of `athar names`. */
export interface NamesOptions {
  limit: number;
  /** Whether names count for more that are spelled in the way of the pool: left out, yes. */
  tradition: boolean;
  threads?: number;
  /** Least score that is written. */
  minScore: number;
  out: string;
  ignoreUnknown?: true;
  allErrors?: true;
}

/** A name and where it stands in its list. */
interface ListedName extends NameRecord {
  readonly line: number;
}

/** Runs `athar names`. */
export async function runNames(
  queriesPath: string,
  poolPath: string,
  options: NamesOptions,
  session: Session,
): Promise<ExitCode> {
  await checkPaths([queriesPath, poolPath], options.out);
  const names = [await namesIn(queriesPath), await namesIn(poolPath)] as const;
  const count = threadsFor(options.threads, (names[0] * names[1]) / pairsAThread);
  const parts = new PoolParts(count, names[1] / count <= mostInMain, session.signal);
  try {
    return await orSayStopped(options.out, session, () =>
      rankLists(queriesPath, poolPath, options, parts, session),
    );
  } finally {
    await parts.end();
  }
}

async function rankLists(
  queriesPath: string,
  poolPath: string,
  options: NamesOptions,
  parts: PoolParts,
  session: Session,
): Promise<ExitCode> {
  const listOptions = namesList(options);
  const queries = await readList(queriesPath, listOptions, session);
  const pool = await readList(poolPath, listOptions, session);
  const told = (path: string) =>
    new RowProblems(labelOf(path), session.output, listOptions.allErrors);
  leaveOut(pool, await parts.take(pool.records), told(poolPath));
  const nameless: number[] = [];
  const rows = rankAll(queries.records, parts, options, nameless, session);
  const written = await writeResults(options.out, nameColumns, rows, session);
  leaveOut(queries, nameless, told(queriesPath));
  return summarise({ query: queries, name: pool }, written, options.out, session);
}

function namesList({ ignoreUnknown, allErrors }: NamesOptions): ListOptions<ListedName> {
  const known = ['id', 'name'];
  return {
    known,
    required: known,
    ignoreUnknown: ignoreUnknown === true,
    allErrors: allErrors === true,
    toRecord,
  };
}

function toRecord(
  values: Record<string, string>,
  line: number,
): { record: ListedName; problems: CellProblem[] } {
  const { id = '', name = '' } = values;
  const missing = { column: 'name', code: 'missing-name', expected: 'a name' };
  return { record: { id, name, line }, problems: name === '' ? [missing] : [] };
}

/** About how many names a list has, before it is read; many where that cannot be told. */
async function namesIn(path: string): Promise<number> {
  return path === standardInput ? pairsAThread : (await stat(path)).size / bytesARow;
}

/** Counts rows whose text has no name in it as bad ones, and names them. */
function leaveOut(list: List<ListedName>, places: readonly number[], told: RowProblems): void {
  for (const place of places.toSorted((a, b) => a - b)) {
    const line = list.records[place]?.line ?? 0;
    told.add(line, { column: 'name', code: 'no-name', expected: 'a name, found none in the text' });
  }
  told.end();
  const left = new Set(places);
  list.records = list.records.filter((_, place) => !left.has(place));
  list.badRows += places.length;
}

/** @param nameless filled with the places of the queries that have no name */
async function* rankAll(
  queries: readonly NameRecord[],
  parts: PoolParts,
  options: NamesOptions,
  nameless: number[],
  session: Session,
): AsyncGenerator<OutputRow> {
  const { limit, tradition } = options;
  const progress = showProgress(session.output, 'Names', queries.length);
  try {
    const answers = answersTo(queries, parts, tradition ? limit + spareHits : limit, (answered) =>
      progress.advance(answered),
    );
    let place = 0;
    for await (const { query, hits, isName } of tradition ? leaned(answers) : answers) {
      if (!isName) nameless.push(place);
      place += 1;
      yield* nameRows(query.id, hits, options);
    }
  } finally {
    progress.end();
  }
}

/** How many queries are handed over at once, by the size of the pool. */
function chunkSize(pool: number): number {
  return Math.max(leastAtOnce, Math.min(mostAtOnce, Math.floor(pairsAtOnce / (pool + 1))));
}

/** The next names are handed over before the last are answered, so that no thread idles. */
async function* answersTo(
  queries: readonly NameRecord[],
  parts: PoolParts,
  limit: number,
  advance: (answered: number) => void,
): AsyncGenerator<AnsweredName> {
  const asked: Promise<AnsweredName[]>[] = [];
  for (const chunk of chunksOf(queries, chunkSize(parts.size))) {
    const names = chunk.map(({ name }) => name);
    const answered = parts.rank(names, limit).then((answer) => answeredNames(chunk, answer));
    // Awaited in its turn; until then a failure must not count as unhandled.
    answered.catch(() => undefined);
    asked.push(answered);
    const first = asked.length > 1 ? await asked.shift() : undefined;
    if (first === undefined) continue;
    advance(first.length);
    yield* first;
  }
  for (const answered of asked) {
    const last = await answered;
    advance(last.length);
    yield* last;
  }
}

function answeredNames(chunk: readonly NameRecord[], answer: RankAnswer): AnsweredName[] {
  const nameless = new Set(answer.nameless);
  return chunk.map((query, at) => ({
    query,
    hits: answer.hits[at] ?? [],
    isName: !nameless.has(at),
  }));
}
