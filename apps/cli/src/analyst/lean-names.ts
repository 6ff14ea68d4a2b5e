import type { NameHit, NameRecord } from '@athar/arabic-names';

type TraditionModule = typeof import('./tradition-of-pool.js');

/** A name asked for and what is most like it. */
export interface AnsweredName {
  readonly query: NameRecord;
  /** Best first. */
  readonly hits: readonly NameHit[];
  /** False for a text without a name in it. */
  readonly isName: boolean;
}

/** Hits beyond those that are given: one of them may be spelled as the pool is, and come before others. */
export const spareHits = 10;

/** Names that tell enough of how the pool is spelled, and that memory has room for. */
const namesToLearnFrom = 2000;

type Lean = (answered: AnsweredName) => AnsweredName;

/**
 * Names that are spelled in the tradition of the pool come before others as like: it is learned from the first
 * names asked for (`ListTradition`), and holds for all.
 */
export async function* leaned(answers: AsyncIterable<AnsweredName>): AsyncGenerator<AnsweredName> {
  let first: AnsweredName[] = [];
  let lean: Lean | null = null;
  let loading: Promise<TraditionModule> | undefined;
  for await (const answered of answers) {
    if (lean !== null) {
      yield lean(answered);
      continue;
    }
    // Loaded late: the threads are at work by the time that a first answer is there.
    loading ??= import('./tradition-of-pool.js');
    first.push(answered);
    if (first.length < namesToLearnFrom) continue;
    lean = leanAs(await loading, first);
    yield* first.map(lean);
    first = [];
  }
  if (lean === null && loading !== undefined) yield* first.map(leanAs(await loading, first));
}

function leanAs({ traditionOf }: TraditionModule, answered: readonly AnsweredName[]): Lean {
  const tradition = traditionOf(answered);
  return ({ query, hits, isName }) => ({ query, hits: tradition.lean(query.name, hits), isName });
}
