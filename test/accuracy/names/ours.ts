import { compareNames, ListTradition, NameIndex, parseName } from '@athar/arabic-names';
import type { Method } from './method.js';

/** Lists of names are written with six decimals: what is equal there is a tie. */
const DECIMALS = 1e6;
/** Names of the pool that each query is given, before those are put first that are spelled as the pool is. */
const LIMIT = 30;

/** This library, through its door and as `athar names` uses it. */
export const ours: Method = {
  name: 'arabic-names',
  over: (pool, queries) => {
    const index = NameIndex.build(pool.map((name, at) => ({ id: String(at), name })));
    const found = index.searchAll(queries, { limit: LIMIT });
    const searches = queries.map((asked, at) => ({ asked, hits: found[at] ?? [] }));
    const tradition = ListTradition.of(searches);
    const hitsOf = new Map(searches.map(({ asked, hits }) => [asked, tradition.lean(asked, hits)]));
    return (query) => {
      const scores = new Float64Array(pool.length);
      for (const { id, score } of hitsOf.get(query) ?? []) {
        scores[Number(id)] = Math.round(score * DECIMALS);
      }
      return scores;
    };
  },
  pair: (left, right) => compareNames(parseName(left), parseName(right)).score,
};
