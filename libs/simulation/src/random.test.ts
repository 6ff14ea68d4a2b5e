import { Random } from './random.js';

describe('Random', () => {
  it('gives the numbers it has always given, so that old seeds keep their populations', () => {
    const random = new Random(42, 1, 7);
    expect([random.word(), random.word(), random.word()]).toMatchInlineSnapshot(`
      [
        3585675819,
        2994897695,
        1436261091,
      ]
    `);
  });

  it('tells seeds, streams and indices apart', () => {
    const firsts = [
      new Random(1, 1, 1),
      new Random(2, 1, 1),
      new Random(1, 2, 1),
      new Random(1, 1, 2),
      new Random(-1, 1, 1),
      new Random(2 ** 40 + 1, 1, 1),
    ].map((random) => random.word());
    expect(new Set(firsts).size).toBe(firsts.length);
  });

  it('is even over neighbouring indices, which is how persons are drawn', () => {
    const counts = new Array<number>(10).fill(0);
    for (let index = 0; index < 20_000; index += 1) {
      const lot = new Random(9, 3, index).below(10);
      counts[lot] = (counts[lot] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(1800);
    expect(Math.max(...counts)).toBeLessThan(2200);
  });
});
