import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { QUEUE_SCHEMA } from '@athar/persistence';
import { fill, forget, type Filled } from '../benchmark/queue/fill.js';
import { openPlace, type QueuePlace } from '../benchmark/queue/queue-place.js';
import { startService, type AtharService } from '../support/athar-service.js';
import { startCandidates, type CandidatesApp } from '../support/candidates-app.js';
import { describeWithRedis } from '../support/servers.js';

/** Kills of each run: a short form by default, `npm run load:kill` for the long one. */
const KILLS = Number(process.env['ATHAR_KILLS'] ?? 1);
/** Enough that no life of a worker before the last comes to the end; more where they are asked for. */
const sizes = {
  reports: Number(process.env['ATHAR_KILL_REPORTS'] ?? 200 + 200 * KILLS),
  entries: Number(process.env['ATHAR_KILL_ENTRIES'] ?? 100),
  organisations: 2,
};
/** Each life ends within so many milliseconds of its first matched report. */
const LONGEST_LIFE_MS = Math.ceil(sizes.reports / KILLS / 5);
/** Sizes that are asked for may take longer. */
const LIMIT_MS = 900_000 * Math.max(1, sizes.reports / 40_000);

let app: CandidatesApp;
let filled: Filled;
let undisturbed: Outcome;
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'athar-test-worker-kill-'));
  app = await startCandidates();
  filled = await fill(app, sizes);
  await forget(app);
  const { from: fromRevision, to: toRevision } = filled.revisions;
  const everything = { afterReportId: null, throughReportId: null, reports: 1 };
  await app.matching.matchChunk({ fromRevision, toRevision, ...everything });
  undisturbed = await outcome();
}, LIMIT_MS);

afterAll(async () => {
  await app?.stop();
  await rm(folder, { recursive: true, force: true });
});

/** All that matching leaves behind, but for ids and times. */
async function outcome() {
  return {
    pairs: await app.ask(
      `SELECT report_id, entry_id, centibits, model_version, band, octet_length(sealed_evidence) AS evidence,
         state, round, version, above_floor FROM candidates ORDER BY report_id, entry_id`,
    ),
    runs: await app.ask(
      `SELECT organisation_id, registry_revision, model, came, rose, fell, left_below_floor
       FROM matching_runs ORDER BY 1, 2, 3`,
    ),
    marks: await app.ask(
      `SELECT id, matched_revision, matched_registry_revision, matched_model FROM reports ORDER BY id`,
    ),
  };
}

type Outcome = Awaited<ReturnType<typeof outcome>>;

async function left(): Promise<number> {
  const [row] = await app.ask<{ n: number }>(
    `SELECT count(*)::int AS n FROM reports WHERE state = 'open' AND matched_registry_revision < $1`,
    [filled.revisions.to],
  );
  return row?.n ?? 0;
}

function startWorker({ options }: QueuePlace): AtharService {
  const { urls, masterKey } = app.database;
  return startService(['start', '--only', 'worker'], {
    ATHAR_DATA: folder,
    ATHAR_LOG_LEVEL: 'warn',
    ATHAR_SWEEP_SECONDS: '600',
    ATHAR_MASTER_KEY: masterKey.bytes.toString('base64'),
    ATHAR_WORKER_THREADS: '1',
    DATABASE_URL: urls.app,
    DATABASE_MATCHER_URL: urls.matcher,
    DATABASE_QUEUE_URL: urls.queue,
    ...(options.kind === 'redis' ? { REDIS_URL: options.url } : {}),
  });
}

async function until(worker: AtharService, reached: () => Promise<boolean>): Promise<void> {
  while (!(await reached())) {
    if (worker.child.exitCode !== null) {
      throw new Error(`It ended by itself:\n${worker.output().stderr.slice(-2000)}`);
    }
    await pause(10);
  }
}

/** Kills one worker after another while the batch is under way; the last one ends it. */
async function matchUnderKills(place: QueuePlace): Promise<number> {
  let state = 7;
  let killed = 0;
  while (killed < KILLS) {
    const before = await left();
    if (before === 0) break;
    const worker = startWorker(place);
    await until(worker, async () => (await left()) < before);
    // Park and Miller's minimal standard generator, 1988.
    state = (state * 48271) % 2147483647;
    await pause(state % LONGEST_LIFE_MS);
    worker.child.kill('SIGKILL');
    await worker.ended();
    killed += 1;
  }
  const last = startWorker(place);
  await until(last, async () => (await left()) === 0 && (await isAtRest(place)));
  last.child.kill('SIGTERM');
  await last.ended();
  return killed;
}

async function isAtRest({ jobs }: QueuePlace): Promise<boolean> {
  const pending = await Promise.all(
    (['match-chunk', 'end-matching'] as const).map((queue) => jobs.pendingCount(queue)),
  );
  return pending.every((count) => count === 0);
}

async function expectUndisturbed(queue: string): Promise<void> {
  const place = await openPlace(queue, app);
  try {
    await forget(app);
    const { from: fromRevision, to: toRevision } = filled.revisions;
    await place.jobs.add('match-entries', { fromRevision, toRevision }, { id: 'entries-test' });
    expect(await matchUnderKills(place)).toBeGreaterThan(0);
    const after = await outcome();
    expect(after.marks).toEqual(undisturbed.marks);
    expect(after.pairs).toEqual(undisturbed.pairs);
    expect(after.runs).toEqual(undisturbed.runs);
    const [ended] = await app.ask(
      'SELECT bool_and(ended_at IS NOT NULL) AS all FROM matching_runs',
    );
    expect(ended).toEqual({ all: true });
  } finally {
    await place.close();
  }
}

const what = `kill -9 (${KILLS}) of the worker while ${sizes.reports} reports are matched`;

describe(`${what}, the queue on PostgreSQL`, () => {
  it(
    'leaves the pairs, marks and counts of an undisturbed run',
    async () => {
      await expectUndisturbed('postgres');
      expect(undisturbed.pairs.length).toBeGreaterThan(20);
      const [kept] = await app.ask(
        `SELECT count(*)::int AS n FROM ${QUEUE_SCHEMA}.job WHERE queue LIKE 'match%'`,
      );
      expect(kept).toEqual({ n: 0 });
    },
    LIMIT_MS,
  );
});

describeWithRedis(`${what}, the queue on Redis`, () => {
  it(
    'leaves the pairs, marks and counts of an undisturbed run',
    async () => {
      await expectUndisturbed('redis');
    },
    LIMIT_MS,
  );
});
