import { compareNames, NameComparer, parseName } from '@athar/arabic-names';
import type { Method } from './method.js';

/** Lists of names are written with six decimals: what is equal there is a tie. */
const DECIMALS = 1e6;

/** This library, through its door. */
export const ours: Method = {
  name: 'arabic-names',
  over: (pool) => {
    const comparer = new NameComparer();
    const kept = pool.map((name) => comparer.keep(parseName(name)));
    return (query) => {
      const asked = comparer.ask(parseName(query));
      return kept.map((name) => Math.round(comparer.score(asked, name).score * DECIMALS));
    };
  },
  pair: (left, right) => compareNames(parseName(left), parseName(right)).score,
};
