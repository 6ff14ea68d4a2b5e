import type { ListTradition, NameHit, NameRecord, TraditionLearner } from '@athar/arabic-names';

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

/** The first answers, from which it is learned how the pool is spelled: while others are still awaited. */
class FirstAnswers {
  readonly all: AnsweredName[] = [];
  private loading: Promise<void> | null = null;
  private learner: TraditionLearner | null = null;
  private learnedFrom = 0;

  take(answered: AnsweredName): void {
    this.all.push(answered);
    // Loaded late: the threads are at work by the time that a first answer is there.
    this.loading ??= this.load();
    this.learn();
  }

  async tradition(): Promise<ListTradition | null> {
    await this.loading;
    this.learn();
    return this.learner?.learned() ?? null;
  }

  private async load(): Promise<void> {
    const module = await import('./tradition-of-pool.js');
    this.learner = new module.TraditionLearner();
  }

  private learn(): void {
    if (this.learner === null) return;
    for (; this.learnedFrom < this.all.length; this.learnedFrom += 1) {
      const answered = this.all[this.learnedFrom];
      if (answered !== undefined) {
        this.learner.take({ asked: answered.query.name, hits: answered.hits });
      }
    }
  }
}

/**
 * Names that are spelled in the tradition of the pool come before others as like: it is learned from the first
 * names asked for (`ListTradition`), and holds for all.
 */
export async function* leaned(answers: AsyncIterable<AnsweredName>): AsyncGenerator<AnsweredName> {
  const first = new FirstAnswers();
  let tradition: ListTradition | null = null;
  for await (const answered of answers) {
    if (tradition !== null) {
      yield leanedBy(tradition, answered);
      continue;
    }
    first.take(answered);
    if (first.all.length < namesToLearnFrom) continue;
    tradition = await first.tradition();
    for (const each of first.all) yield leanedBy(tradition, each);
  }
  if (tradition !== null) return;
  tradition = await first.tradition();
  for (const each of first.all) yield leanedBy(tradition, each);
}

function leanedBy(tradition: ListTradition | null, answered: AnsweredName): AnsweredName {
  const { query, hits } = answered;
  return tradition === null ? answered : { ...answered, hits: tradition.lean(query.name, hits) };
}
