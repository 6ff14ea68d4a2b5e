import { measureFrozen, readFrozen, type FrozenFigures } from './persons/frozen.js';

/** How far a figure may lie beyond what was reached: rounding, and some pairs of a small population. */
const TOLERANCE = 0.015;

const BETTER_WHEN_LESS: readonly string[] = ['falseAtNine', 'calibrationError'];

function worse(now: FrozenFigures, before: FrozenFigures): string[] {
  return Object.entries(before).flatMap(([figure, value]) => {
    const reached = now[figure as keyof FrozenFigures];
    const lost = BETTER_WHEN_LESS.includes(figure) ? reached - value : value - reached;
    return lost <= TOLERANCE ? [] : [`${figure}: ${reached}, was ${value}`];
  });
}

it('persons are matched, and probabilities mean what they say, as well as before', () => {
  expect(worse(measureFrozen(), readFrozen())).toEqual([]);
}, 120_000);
