/**
 * Prints how well persons are matched on a simulated population, by this library and by others.
 * Usage: npm run accuracy:persons -- [--persons N] [--registry N] [--seed S] [--noise JSON] [--asked N] [--full]
 *   [--expected-matches N] [--no-peers] [--plots [FOLDER]] [--freeze]
 */
import { SimulationOptionsError } from '@athar/simulation';
import {
  BadOption,
  jsonOf,
  optionsOf,
  orRefuse,
  wholeNumber,
} from '../../support/measuring-options.js';
import { freeze } from './frozen.js';
import { measure } from './measure.js';
import { runPeers } from './peers.js';
import { PLOTS, writePlots } from './plots.js';
import { populationOf, type Population } from './population.js';
import { printCalibration, printCallings, printPeers, printRecall } from './print.js';

const options = orRefuse(() =>
  optionsOf({
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
  }),
);

/** Reports, entries and reports asked about: a small run, and the size of the whole task. */
const SIZES = {
  small: { persons: 16_000, registry: 4_000, asked: 4_000 },
  full: { persons: 160_000, registry: 10_200, asked: 30_000 },
};
const PEERS_ASKED = 150;

const size = options.full ? SIZES.full : SIZES.small;
const numberOf = (name: keyof typeof size) =>
  options[name] === undefined ? size[name] : wholeNumber(name, options[name]);

function readPopulation(): Population {
  const { seed, noise } = options;
  const [persons, registry] = [numberOf('persons'), numberOf('registry')];
  try {
    const whole = wholeNumber('seed', seed, 0);
    return populationOf({ persons, registry, seed: whole, noise: jsonOf('noise', noise) });
  } catch (error) {
    throw error instanceof SimulationOptionsError ? new BadOption(error.message) : error;
  }
}

function expectedMatches(): number | undefined {
  const given = options['expected-matches'];
  return given === undefined ? undefined : wholeNumber('expected-matches', given, 1);
}

function run(): void {
  const expected = orRefuse(expectedMatches);
  const asked = orRefuse(() => numberOf('asked'));
  const population = orRefuse(readPopulation);
  const measured = measure(population, asked, expected);
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
