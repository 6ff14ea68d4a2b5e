import { randomBytes } from 'node:crypto';
import { Logger } from '@nestjs/common';
import { MasterKey, ensureDataKey, migrateUp, provision, withOwner } from '@athar/persistence';
import { startPostgres } from './servers.js';

/** A migrated database of its own, with an address for each role. */
export interface TestDatabase {
  urls: Awaited<ReturnType<typeof provision>>;
  adminUrl: string;
  masterKey: MasterKey;
  stop(): Promise<void>;
}

/** Starts a PostgreSQL server with one migrated Athar database. */
export async function startDatabase(): Promise<TestDatabase> {
  Logger.overrideLogger(['warn', 'error', 'fatal']);
  const server = await startPostgres({ name: 'migrated', fill: provisionAndMigrate });
  // What was copied is provisioned and migrated; this gives it passwords of its own.
  const urls = await provisionAndMigrate(server.adminUrl);
  const masterKey = MasterKey.create();
  await withOwner(urls.owner, (manager) => ensureDataKey(manager, masterKey, null));
  return { urls, adminUrl: server.adminUrl, masterKey, stop: () => server.stop() };
}

async function provisionAndMigrate(adminUrl: string): Promise<TestDatabase['urls']> {
  const password = () => randomBytes(12).toString('hex');
  const urls = await provision({
    adminUrl,
    database: 'athar_test',
    passwords: { owner: password(), app: password(), matcher: password(), queue: password() },
  });
  await migrateUp(urls.owner);
  return urls;
}
