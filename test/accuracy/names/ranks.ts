import { mean, share, type Estimate } from './confidence.js';
import type { Method } from './method.js';
import type { NameSet, Query } from './name-set.js';
import { shuffled } from './seeded.js';

const SEED = 3;

/** Where a method put the best true spelling of one query. */
export interface Ranked {
  readonly query: Query;
  /** 1 + the others that score as much or more: ties count against the method. */
  readonly rank: number;
  /** Place in the pool of the best of the others. */
  readonly got: number;
}

export interface Figures {
  readonly queries: number;
  readonly r1: Estimate;
  readonly r5: Estimate;
  readonly r20: Estimate;
  /** Mean of 1 / rank. */
  readonly mrr: Estimate;
}

function rankOf(query: Query, scores: ArrayLike<number>): Ranked {
  const best = Math.max(...[...query.wanted].map((place) => scores[place] ?? -Infinity));
  let rank = 1;
  let got = -1;
  for (let place = 0; place < scores.length; place += 1) {
    const score = scores[place] ?? -Infinity;
    if (query.wanted.has(place)) continue;
    if (score >= best) rank += 1;
    if (got < 0 || score > (scores[got] ?? -Infinity)) got = place;
  }
  return { query, rank, got };
}

/** Ranks of the first `limit` queries in an order that never changes. */
export function rankSet(method: Method, set: NameSet, limit: number): Ranked[] {
  const queries = shuffled(set.queries, SEED).slice(0, limit);
  const names = queries.map(({ name }) => name);
  const score = method.over(set.pool, names);
  return queries.map((query) => rankOf(query, score(query.name)));
}

/** What the ranks come to. */
export function figuresOf(ranked: readonly Ranked[]): Figures {
  const within = (most: number) =>
    share(ranked.filter(({ rank }) => rank <= most).length, ranked.length);
  return {
    queries: ranked.length,
    r1: within(1),
    r5: within(5),
    r20: within(20),
    mrr: mean(ranked.map(({ rank }) => 1 / rank)),
  };
}
