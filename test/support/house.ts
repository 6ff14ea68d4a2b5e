import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startApi, type RunningApi } from '../../apps/api/src/index.js';
import { WorkerModule } from '../../apps/worker/src/index.js';
import { createOrganisation, type CreatedOrganisation, type MemberRole } from '@athar/access';
import { parseEnvironment, toConfig, type Config } from '@athar/config';
import { JsonLogger } from '@athar/diagnostics';
import { QUEUE_SCHEMA, ensureDataKey, withOwner } from '@athar/persistence';
import type { QueueOptions } from '@athar/queue';
import { startDatabase, type TestDatabase } from './database.js';

/** API and worker on a database of their own, as one process would run them. */
export interface House {
  url: string;
  database: TestDatabase;
  config: Config;
  /** Every line that was logged, as text. */
  logLines: string[];
  /** Makes an organisation with one member for each list of roles. */
  organisation(...members: MemberRole[][]): Promise<CreatedOrganisation>;
  stop(): Promise<void>;
}

export interface HouseOptions {
  redisUrl?: string;
  smtpUrl?: string;
  withoutWorker?: boolean;
}

/** Starts a house; the queue is on PostgreSQL unless a Redis is given. */
export async function startHouse(options: HouseOptions = {}): Promise<House> {
  const folder = await mkdtemp(join(tmpdir(), 'athar-test-house-'));
  const database = await startDatabase();
  const config = configOf(folder, options);
  const logLines: string[] = [];
  const logger = new JsonLogger('debug', { write: (line: string) => void logLines.push(line) });
  const parts = {
    config,
    persistence: {
      appUrl: database.urls.app,
      matcherUrl: database.urls.matcher,
      masterKey: database.masterKey,
    },
    queue: queueOf(database, options),
  };
  const alongside = options.withoutWorker ? [] : [WorkerModule.inside(config)];
  const api: RunningApi = await startApi({ ...parts, alongside }, logger);
  return {
    url: api.url,
    database,
    config,
    logLines,
    organisation: (...members) => newOrganisation(database, members),
    stop: async () => {
      await api.close();
      await database.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

function configOf(folder: string, options: HouseOptions): Config {
  return toConfig(
    parseEnvironment({
      NODE_ENV: 'test',
      ATHAR_DATA: folder,
      ATHAR_PORT: '0',
      ATHAR_SWEEP_SECONDS: '2',
      // Threads run built code only, and jest runs none.
      ATHAR_WORKER_THREADS: '0',
      SMTP_URL: options.smtpUrl,
      REDIS_URL: options.redisUrl,
    }),
  );
}

function queueOf(database: TestDatabase, { redisUrl }: HouseOptions): QueueOptions {
  if (redisUrl !== undefined) return { kind: 'redis', url: redisUrl };
  return { kind: 'postgres', connectionString: database.urls.queue, schema: QUEUE_SCHEMA };
}

let made = 0;

function newOrganisation(
  database: TestDatabase,
  members: MemberRole[][],
): Promise<CreatedOrganisation> {
  return withOwner(database.urls.owner, async (manager) => {
    made += 1;
    const created = await createOrganisation(manager, {
      name: `Organisation ${made}`,
      phone: '+000 000 000',
      members: members.map((roles, index) => ({ label: `member-${index + 1}`, roles })),
    });
    await ensureDataKey(manager, database.masterKey, created.id);
    return created;
  });
}
