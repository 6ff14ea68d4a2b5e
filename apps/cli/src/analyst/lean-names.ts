import type { NameHit, NameRecord } from '@athar/arabic-names';

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

/**
 * Names that are spelled in the tradition of the pool come before others as like: it is learned from the first
 * names asked for (`ListTradition`), and holds for all.
 */
export async function* leaned(answers: AsyncIterable<AnsweredName>): AsyncGenerator<AnsweredName> {
  // Loaded here: the threads are at work by now.
  const { traditionOf: learn } = await import('./tradition-of-pool.js');
  let waiting: AnsweredName[] | null = [];
  let tradition = learn([]);
  const leanOne = (answered: AnsweredName): AnsweredName => ({
    ...answered,
    hits: tradition.lean(answered.query.name, answered.hits),
  });
  for await (const answered of answers) {
    if (waiting === null) {
      yield leanOne(answered);
      continue;
    }
    waiting.push(answered);
    if (waiting.length < namesToLearnFrom) continue;
    tradition = learn(waiting);
    yield* waiting.map(leanOne);
    waiting = null;
  }
  if (waiting === null) return;
  tradition = learn(waiting);
  yield* waiting.map(leanOne);
}
