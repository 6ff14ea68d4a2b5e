import Fuse from 'fuse.js';
import type { Method } from '../method.js';
import { romanise } from './romanise.js';

function over(pool: readonly string[]): (query: string) => number[] {
  const fuse = new Fuse(pool.map(romanise), { includeScore: true, shouldSort: false });
  return (query) => {
    const scores = new Array<number>(pool.length).fill(-1);
    for (const { refIndex, score = 1 } of fuse.search(romanise(query))) scores[refIndex] = -score;
    return scores;
  };
}

/** Fuse.js as it comes. What it does not find scores least. */
export const fuse: Method = {
  name: 'Fuse.js',
  over,
  pair: (left, right) => over([right])(left)[0] ?? -1,
};
