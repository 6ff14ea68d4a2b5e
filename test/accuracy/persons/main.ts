/**
 * Prints how well persons are matched on a simulated population, by this library and by others.
 * Usage: npm run accuracy:persons -- [--persons N] [--registry N] [--seed S] [--noise JSON] [--asked N] [--full]
 *   [--expected-matches N] [--no-peers] [--plots [FOLDER]] [--freeze]
 */
import { parseArgs } from 'node:util';
import type { Noise } from '@athar/simulation';
import { freeze } from './frozen.js';
import { measure } from './measure.js';
import { runPeers } from './peers.js';
import { PLOTS, writePlots } from './plots.js';
import { populationOf } from './population.js';
import { printCalibration, printCallings, printPeers, printRecall } from './print.js';

const { values: options } = parseArgs({
  options: {
    persons: { type: 'string' },
    registry: { type: 'string' },
    seed: { type: 'string', default: '2026' },
    noise: { type: 'string', default: '{}' },
    asked: { type: 'string' },
    full: { type: 'boolean', default: false },
    'expected-matches': { type: 'string' },
    'no-peers': { type: 'boolean', default: false },
    plots: { type: 'boolean', default: false },
    freeze: { type: 'boolean', default: false },
  },
});

/** Reports, entries and reports asked about: a small run, and the size of the whole task. */
const SIZES = {
  small: { persons: 16_000, registry: 4_000, asked: 4_000 },
  full: { persons: 160_000, registry: 10_200, asked: 30_000 },
};
const PEERS_ASKED = 150;

function numberOf(name: string, text: string | undefined, otherwise: number): number {
  const value = text === undefined ? otherwise : Number(text);
  if (Number.isSafeInteger(value)) return value;
  throw new RangeError(`--${name} must be a whole number`);
}

function run(): void {
  const size = options.full ? SIZES.full : SIZES.small;
  const population = populationOf({
    persons: numberOf('persons', options.persons, size.persons),
    registry: numberOf('registry', options.registry, size.registry),
    seed: numberOf('seed', options.seed, 0),
    noise: JSON.parse(options.noise) as Partial<Noise>,
  });
  const given = options['expected-matches'];
  const expected = given === undefined ? undefined : numberOf('expected-matches', given, 0);
  const measured = measure(population, numberOf('asked', options.asked, size.asked), expected);
  const { reports, entries, pairs } = population;
  process.stdout.write(
    `${reports.length} reports (${measured.asked.length} asked about), ${entries.length} entries, ` +
      `${pairs} true pairs, ${Math.round(measured.expected)} expected; simulated\n\n`,
  );
  printRecall(measured, population);
  printCallings(measured, population);
  printCalibration(measured);
  if (!options['no-peers']) printPeers(runPeers(measured, population, PEERS_ASKED));
  if (options.plots) writePlots(measured, population, PLOTS);
}

if (options.freeze) freeze();
else run();
