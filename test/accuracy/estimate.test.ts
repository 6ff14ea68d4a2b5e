import { estimateMatches, snapshotFrequencies } from '@athar/matching';
import { populationOf, type PopulationOptions } from './persons/population.js';

/** True pairs to expect between the lists of a population, for one that there is. */
function expectedForOne(options: PopulationOptions): number {
  const { reports, entries, pairs } = populationOf(options);
  const frequencies = snapshotFrequencies([...reports, ...entries], 'both lists');
  return estimateMatches(reports, entries, frequencies).expectedMatches / pairs;
}

/** It lies between .9 and 1.1 for other seeds. */
const WITHIN = { least: 0.8, most: 1.25 };

it.each([
  ['most entries are reported', { seed: 211, persons: 500, registry: 250, noise: {} }],
  ['few reports have an entry', { seed: 221, persons: 1000, registry: 120, noise: {} }],
])(
  'true pairs are expected within a fourth of what there are where %s',
  (_, options) => {
    const expected = expectedForOne(options);
    expect(expected).toBeGreaterThan(WITHIN.least);
    expect(expected).toBeLessThan(WITHIN.most);
  },
  120_000,
);
