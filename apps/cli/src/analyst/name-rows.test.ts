import { nameRows } from './name-rows.js';

const hit = (id: string, score: number) => ({ id, name: id, score, centibits: 0 });

describe('the rows of a name that was looked for', () => {
  it('are its hits with their ranks', () => {
    expect(nameRows('q', [hit('a', 0.9), hit('b', 0.2)], { limit: 5, minScore: 0 })).toEqual([
      { query_id: 'q', rank: 1, id: 'a', score: 0.9 },
      { query_id: 'q', rank: 2, id: 'b', score: 0.2 },
    ]);
  });

  it('are no more than asked for, and none that scores less', () => {
    const hits = [hit('a', 0.9), hit('b', 0.5), hit('c', 0.2)];
    expect(nameRows('q', hits, { limit: 1, minScore: 0 }).map(({ id }) => id)).toEqual(['a']);
    expect(nameRows('q', hits, { limit: 5, minScore: 0.5 }).map(({ id }) => id)).toEqual([
      'a',
      'b',
    ]);
  });

  it('are none that would be written with a score of nothing', () => {
    const hits = [hit('a', 0.9), hit('b', 6e-7), hit('c', 4e-7)];
    expect(nameRows('q', hits, { limit: 5, minScore: 0 }).map(({ id }) => id)).toEqual(['a', 'b']);
  });
});
