/**
 * Measures how long an import's entries take to be matched with all open reports through the queue, and how
 * long a single new report waits meanwhile. Holds nobody to anything.
 * Usage: npm run benchmark:persons:queue -- [--reports N] [--entries N] [--organisations N]
 *          [--workers 1,2,4] [--queues redis,postgres] [--environment NAME=VALUE ...]
 */
import { table } from '../../accuracy/names/table.js';
import { startCandidates } from '../../support/candidates-app.js';
import {
  BadOption,
  oneOf,
  optionsOf,
  orRefuse,
  wholeNumber,
} from '../../support/measuring-options.js';
import { fill } from './fill.js';
import { measure, type Measured } from './measure.js';
import { openPlace } from './queue-place.js';

const options = orRefuse(() =>
  optionsOf({
    reports: { type: 'string', default: '16000' },
    entries: { type: 'string', default: '1020' },
    organisations: { type: 'string', default: '10' },
    workers: { type: 'string', default: '1,2,4' },
    queues: { type: 'string', default: 'redis,postgres' },
    environment: { type: 'string', multiple: true, default: [] },
  }),
);
const asked = orRefuse(() => ({
  sizes: {
    reports: wholeNumber('reports', options.reports),
    entries: wholeNumber('entries', options.entries),
    organisations: wholeNumber('organisations', options.organisations),
  },
  workers: options.workers.split(',').map((count) => wholeNumber('workers', count)),
  queues: options.queues.split(',').map((kind) => oneOf('queues', kind, ['redis', 'postgres'])),
  environment: Object.fromEntries(
    options.environment.map((one) => {
      if (!one.includes('=')) throw new BadOption('--environment: give NAME=VALUE.');
      return one.split('=', 2);
    }),
  ) as Record<string, string>,
}));

const head = [
  ...['queue', 'workers', 'seconds', 'CPU workers', 'CPU PostgreSQL', 'peak MB a worker'],
  ...[
    'pairs',
    'first report of cold workers: first, wholly',
    'new reports',
    'first matched within: median',
    'longest',
    'wholly: median',
    'longest',
  ],
];

function row(queue: string, workers: number, measured: Measured): string[] {
  const { seconds, workerSeconds, databaseSeconds, megabytes, pairs, cold, waits } = measured;
  const at = (kind: 'first' | 'all', share: number) => {
    const sorted = waits.map((wait) => wait[kind]).sort((a, b) => a - b);
    return `${(sorted[Math.floor(share * (sorted.length - 1))] ?? NaN).toFixed(0)} ms`;
  };
  return [
    ...[queue, `${workers}`, seconds.toFixed(1), workerSeconds.toFixed(1)],
    ...[databaseSeconds.toFixed(1), `${Math.round(megabytes)}`, `${pairs}`],
    ...[`${cold.first.toFixed(0)}, ${cold.all.toFixed(0)} ms`, `${waits.length}`],
    ...[at('first', 0.5), at('first', 1), at('all', 0.5), at('all', 1)],
  ];
}

const app = await startCandidates();
try {
  const { sizes, environment } = asked;
  const filled = await fill(app, sizes);
  process.stdout.write(`${sizes.reports} reports, ${sizes.entries} entries\n`);
  const rows: string[][] = [];
  for (const queue of asked.queues) {
    for (const workers of asked.workers) {
      const place = await openPlace(queue, app);
      const measured = await measure(app, place, filled, { workers, environment });
      await place.close();
      rows.push(row(queue, workers, measured));
      process.stdout.write(`${rows.at(-1)?.join('  ')}\n`);
    }
  }
  process.stdout.write(`\n${table([head, ...rows])}\n`);
} finally {
  await app.stop();
}
