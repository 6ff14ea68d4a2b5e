import { NameIndex, type NameRecord } from '@athar/arabic-names';
import type { OutputRow } from '@athar/tabular';
import type { ExitCode } from '../exit-code.js';
import { showProgress } from '../progress.js';
import type { Session } from '../session.js';
import { Breather } from './breather.js';
import { readList, type CellProblem, type ListOptions } from './read-list.js';
import { checkPaths, summarise, writeResults } from './write-results.js';

const columns = ['query_id', 'rank', 'id', { name: 'score', decimals: 6 }];

/** Arguments of `athar names`. */
export interface NamesOptions {
  limit: number;
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
  const rows = rank(queries.records, pool.records, options.limit, session);
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

async function* rank(
  queries: readonly NameRecord[],
  pool: readonly NameRecord[],
  limit: number,
  session: Session,
): AsyncGenerator<OutputRow> {
  const index = NameIndex.build(pool);
  const progress = showProgress(session.output, 'Names', queries.length);
  const breather = new Breather(session.signal);
  try {
    for (const query of queries) {
      const hits = index.search(query.name, { limit });
      for (const [place, { id, score }] of hits.entries()) {
        yield { query_id: query.id, rank: place + 1, id, score };
      }
      progress.advance(1);
      await breather.pause();
    }
  } finally {
    progress.end();
  }
}
