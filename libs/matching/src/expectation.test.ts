import type { Contested } from './compare-persons.js';
import { expectationOf } from './expectation.js';
import { WEIGHTS } from './weights.js';

const ALL = 1e6;
/** Log2-odds of one true pair in a thousand reports of a thousand entries. */
const PRIOR = -10;
const USUAL = WEIGHTS.relatives.namesakes;

/** Pairs of full agreement, whose ages agree or do not. */
function agreeing(count: number, bits: number, apart: number): Contested[] {
  const namesakes = 2 ** -apart;
  return Array.from({ length: count }, () => ({ bits, rivals: { kin: 0, namesakes } }));
}

/** Of pairs of which each is another report's. */
const estimate = (pairs: readonly Contested[]) =>
  expectationOf(
    pairs.map((pair) => [pair]),
    ALL,
    PRIOR,
    300,
  );

describe('the expectation of true pairs', () => {
  it('is the number of pairs that nothing else explains', () => {
    const { matches } = estimate(agreeing(500, 16, 2));
    expect(matches).toBeGreaterThan(460);
    expect(matches).toBeLessThan(501);
  });

  it('counts a report once, however many entries fit it', () => {
    const threefold = Array.from({ length: 200 }, () => agreeing(3, 16, 2));
    const { matches } = expectationOf(threefold, ALL, PRIOR, 300);
    expect(matches).toBeGreaterThan(180);
    expect(matches).toBeLessThan(201);
  });

  it('is one at least', () => {
    expect(estimate([]).matches).toBe(1);
  });

  it('leaves the rate of namesakes as it is where no pair agrees in full', () => {
    expect(estimate([]).namesakes).toBeCloseTo(USUAL, 9);
    expect(estimate(agreeing(5000, 3, -1)).namesakes).toBeCloseTo(USUAL, 9);
  });

  it('finds namesakes where many that agree in full are apart in age', () => {
    const many = [...agreeing(300, 16, 2), ...agreeing(150, 12, -4)];
    const few = [...agreeing(440, 16, 2), ...agreeing(10, 12, -4)];
    expect(estimate(many).namesakes).toBeGreaterThan(0.25);
    expect(estimate(few).namesakes).toBeLessThan(0.08);
    expect(estimate(many).matches).toBeLessThan(estimate(few).matches - 50);
  });

  it('trusts a few pairs less than many', () => {
    const pairs = (times: number) => [
      ...agreeing(10 * times, 16, 2),
      ...agreeing(5 * times, 12, -4),
    ];
    const [few, many] = [estimate(pairs(1)).namesakes, estimate(pairs(30)).namesakes];
    expect(few).toBeLessThan(many / 2);
    expect(few).toBeGreaterThan(USUAL);
  });
});
