/**
 * Prints how long a report is searched for in registries of several sizes, what a record costs in memory, how the
 * costs grow, and how long all reports against the largest would take. Holds nobody to anything. The same through the
 * queue: `npm run benchmark:persons:queue`.
 * Usage: npm run benchmark:persons -- [--million] [--queries N] [--warm N] [--seed N]
 */
import { table } from '../../accuracy/names/table.js';
import { optionsOf, orRefuse, wholeNumber } from '../../support/measuring-options.js';
import { measure, type Measured } from './measure.js';

const options = orRefuse(() =>
  optionsOf({
    million: { type: 'boolean', default: false },
    queries: { type: 'string', default: '1000' },
    warm: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
  }),
);
const sample = orRefuse(() => ({
  queries: wholeNumber('queries', options.queries),
  warm: wholeNumber('warm', options.warm, 0),
  seed: wholeNumber('seed', options.seed, 0),
}));

const SIZES = [320, 10_200, 134_000, ...(options.million ? [1_000_000] : [])];
/** Reports of the whole batch that the sample is extrapolated to. */
const REPORTS = 160_000;
const CORES = 2;

const head = [
  ...['entries', 'index, s', 'bytes a record', 'search p50, ms', 'p99, ms', 'processor, ms'],
  `${REPORTS.toLocaleString('en')} reports, ${CORES} cores`,
];

function row(size: number, { build, bytes, p50, p99, mean }: Measured): string[] {
  const seconds = build + (REPORTS * mean) / 1000 / CORES;
  return [
    ...[size.toLocaleString('en'), build.toFixed(1), Math.round(bytes).toLocaleString('en')],
    ...[p50.toFixed(2), p99.toFixed(2), mean.toFixed(2), `${Math.round(seconds)} s`],
  ];
}

/** The power of the size by which the cost of a search grows between two sizes: 1 is linear. */
function exponent(sizes: readonly [number, number], costs: readonly [number, number]): string {
  return (Math.log(costs[1] / costs[0]) / Math.log(sizes[1] / sizes[0])).toFixed(2);
}

const found = SIZES.map((size) => ({ size, ...measure(size, sample) }));
process.stdout.write(`${table([head, ...found.map((each) => row(each.size, each))])}\n`);
const [large, largest] = found.slice(-2);
if (large !== undefined && largest !== undefined) {
  const grows = exponent([large.size, largest.size], [large.mean, largest.mean]);
  process.stdout.write(`\nA search grows by the power ${grows} of the entries.\n`);
}
