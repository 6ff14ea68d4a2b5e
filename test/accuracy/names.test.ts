import { fileURLToPath } from 'node:url';
import { readCases } from './names/cases.js';
import { measureCases, measureSet, readFrozen, type FrozenFigures } from './names/frozen.js';
import { hasSets, readSets, SOURCES } from './names/rows.js';
import { nameSets } from './names/sets.js';

/** Public sets of names. Not part of the project: see the message below. */
const DATA = fileURLToPath(new URL('../../../shared/data', import.meta.url));

/** How far a share may lie below what was reached: rounding, and one name of a small set. */
const TOLERANCE = 0.01;

const frozen = readFrozen();

/** The figures that lie too far below the frozen ones. */
function fallen(now: FrozenFigures, before: FrozenFigures | undefined, asked: number): string[] {
  const least = Math.max(TOLERANCE, 1 / asked) + 1e-9;
  return Object.entries(before ?? {})
    .filter(([figure, value]) => !((now[figure] ?? 0) >= value - least))
    .map(([figure, value]) => `${figure}: ${now[figure]}, was ${value}`);
}

it('labelled pairs of names are told apart as well as before', () => {
  const cases = readCases();
  expect(cases.length).toBeGreaterThanOrEqual(400);
  expect(fallen(measureCases(cases), frozen.cases, cases.length)).toEqual([]);
});

if (hasSets(DATA)) {
  describe('names of the public sets', () => {
    const sets = nameSets(readSets(DATA), { pool: 'plain' });

    it('are those whose figures are frozen', () => {
      expect(sets.map(({ name }) => name)).toEqual(Object.keys(frozen.sets));
    });

    it.each(sets.map((set) => [set.name, set] as const))('are found as before: %s', (name, set) => {
      const now = measureSet(set);
      expect(fallen(now, frozen.sets[name], now['queries'] ?? 1)).toEqual([]);
    });
  });
} else {
  it.skip(`measures names: put the sets from ${SOURCES} in ../shared/data`, () => undefined);
}
