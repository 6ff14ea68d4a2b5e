import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inventPopulation } from '../../apps/cli/src/demo/population.js';
import { startMailCatcher, type MailCatcher } from '../support/mail.js';
import { describeWithRedis, startRedis } from '../support/servers.js';
import { enterEverything } from './enter-everything.js';
import { MortalService } from './mortal-service.js';
import { readOutcome, type Outcome } from './outcome.js';

/** Kills of each run: a short form by default, `npm run load:kill` for the long one. */
const KILLS = Number(process.env['ATHAR_KILLS'] ?? 3);
const population = inventPopulation(200, 2000, 23);
/** Pairs this near the floor (in hundredths of a bit) may fall on either side of it. */
const MARGIN = 100;

let undisturbed: Outcome;

beforeAll(async () => {
  undisturbed = (await run({ kills: 0, seed: 1 })).outcome;
}, 300_000);

interface Run {
  outcome: Outcome;
  mail: MailCatcher;
  killed: number;
}

async function run(options: { kills: number; seed: number; redisUrl?: string }): Promise<Run> {
  const folder = await mkdtemp(join(tmpdir(), 'athar-test-kill-'));
  const mail = await startMailCatcher();
  const service = await MortalService.start({
    ATHAR_DATA: join(folder, 'data'),
    ATHAR_SWEEP_SECONDS: '2',
    ATHAR_LOG_LEVEL: 'warn',
    SMTP_URL: mail.url,
    ...(options.redisUrl === undefined ? {} : { REDIS_URL: options.redisUrl }),
  });
  try {
    const work = enterEverything(service, population);
    await service.killAtRandomMoments(options.kills, options.seed, work);
    await work;
    const outcome = await readOutcome(service);
    return { outcome, mail, killed: service.kills };
  } finally {
    await service.stop();
    await mail.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

function expectNothingLost({ outcome, mail, killed }: Run): void {
  expect(killed).toBe(KILLS);
  expect(outcome.entries).toEqual(undisturbed.entries);
  expect(outcome.reports).toBe(population.reports.length);
  expect(outcome.unmatched).toBe(0);
  const byPair = new Map(outcome.pairs.map((pair) => [pair.key, pair.centibits]));
  const expected = undisturbed.pairs.filter((pair) => pair.centibits > outcome.floor + MARGIN);
  expect(expected.length).toBeGreaterThan(50);
  expect(expected.filter((pair) => !byPair.has(pair.key))).toEqual([]);
  expect(byPair.size).toBe(outcome.pairs.length);
  expectMailOnce(outcome, mail);
}

/** Once a message; a kill between the mail server's yes and ours may send it again as it was. */
function expectMailOnce(outcome: Outcome, mail: MailCatcher): void {
  expect(outcome.messages.every((message) => message.state === 'sent')).toBe(true);
  expect(outcome.messages.length).toBe(undisturbed.messages.length);
  const letters = new Map<string, string[]>();
  for (const { to, raw } of mail.letters) {
    const [, id = ''] = /^message-id: (\S+)/im.exec(raw) ?? [];
    letters.set(id, [...(letters.get(id) ?? []), String(to)]);
  }
  expect([...letters.keys()].sort()).toEqual(outcome.messages.map((one) => one.messageId).sort());
  for (const receivers of letters.values()) {
    expect(receivers.length).toBeLessThanOrEqual(2);
    expect(new Set(receivers).size).toBe(1);
  }
}

const what = `kill -9 at ${KILLS} random moments of an import of 2,000 rows and 200 reports`;

describe(`${what}, the queue on PostgreSQL`, () => {
  it('loses and doubles nothing', async () => {
    expectNothingLost(await run({ kills: KILLS, seed: 2 }));
  }, 900_000);
});

describeWithRedis(`${what}, the queue on Redis`, () => {
  it('loses and doubles nothing', async () => {
    const redis = await startRedis();
    try {
      expectNothingLost(await run({ kills: KILLS, seed: 3, redisUrl: redis.url }));
    } finally {
      await redis.stop();
    }
  }, 900_000);
});
