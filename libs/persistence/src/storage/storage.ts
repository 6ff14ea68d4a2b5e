import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type { Config } from '@athar/config';
import { DataSource } from 'typeorm';
import { claimDataFolder, startEmbeddedPostgres } from '../embedded/index.js';
import { migrateUp, requireMigrated } from '../migrate.js';
import { withOwner } from '../owner.js';
import { provision } from '../roles/provision.js';
import { SCHEMA } from '../roles/role-names.js';
import { KeyMissing } from '../sealing/errors.js';
import { ensureDataKey } from '../sealing/key-ring.js';
import { MasterKey } from '../sealing/master-key.js';
import { requireProvedRecovery } from '../sealing/recovery.js';
import { readOrCreateSecret } from './secret-files.js';

/** A database that is migrated and whose seals can be opened, ready for the apps. */
export interface Storage {
  urls: { app: string; matcher: string; queue?: string; owner?: string };
  masterKey: MasterKey;
  embedded: boolean;
  /** Stops the embedded PostgreSQL, last of all; does nothing where the database is elsewhere. */
  stop(): Promise<void>;
}

export interface OpenStorageOptions {
  /** Told what takes time, in sentences for a person. */
  log?: (line: string) => void;
  signal?: AbortSignal;
  /** For commands that work on keys: do not refuse what those commands are there to mend. */
  withoutKeyChecks?: boolean;
}

/**
 * Opens the configured database, or the embedded one in the data folder, brings its schema up to
 * date where the owner's address is at hand, and checks that the master key is the right one.
 *
 * @throws SchemaMismatch, KeyMissing, RecoveryNotProved (production only), and what
 * {@link startEmbeddedPostgres} throws.
 */
export async function openStorage(
  config: Config,
  options: OpenStorageOptions = {},
): Promise<Storage> {
  const storage = config.database
    ? { urls: config.database, embedded: false, stop: () => Promise.resolve() }
    : await openEmbedded(config, options);
  try {
    const masterKey = await prepare(config, storage.urls, options);
    return { ...storage, masterKey };
  } catch (error) {
    await storage.stop();
    throw error;
  }
}

/** Folder of the generated passwords and keys of an embedded installation. */
export function secretsFolder(config: Config): string {
  return join(config.dataDirectory, 'secrets');
}

async function openEmbedded(config: Config, { log, signal }: OpenStorageOptions) {
  const server = await startEmbeddedPostgres({
    dataDirectory: config.dataDirectory,
    ...(log ? { log } : {}),
    ...(signal ? { signal } : {}),
  });
  try {
    const password = (role: string) =>
      readOrCreateSecret(secretsFolder(config), `${role}.password`, () =>
        randomBytes(24).toString('base64url'),
      );
    const urls = await provision({
      adminUrl: server.adminUrl,
      database: 'athar',
      passwords: {
        owner: await password('owner'),
        app: await password('app'),
        matcher: await password('matcher'),
        queue: await password('queue'),
      },
    });
    return { urls, embedded: true, stop: () => server.stop() };
  } catch (error) {
    await server.stop();
    throw error;
  }
}

async function prepare(
  config: Config,
  urls: Storage['urls'],
  options: OpenStorageOptions,
): Promise<MasterKey> {
  if (urls.owner) await migrateUp(urls.owner);
  const app = new DataSource({ type: 'postgres', url: urls.app, schema: SCHEMA, poolSize: 1 });
  await app.initialize();
  try {
    await requireMigrated(app);
    const masterKey = await masterKeyOf(config, app, options);
    if (options.withoutKeyChecks) return masterKey;
    await requireOwnMasterKey(app, masterKey);
    if (urls.owner) {
      await withOwner(urls.owner, (manager) => ensureDataKey(manager, masterKey, null));
    }
    if (config.production) await requireProvedRecovery(app.manager, masterKey);
    return masterKey;
  } finally {
    await app.destroy();
  }
}

/** The key that was given, else the data folder's own; a new one is made for new data only. */
async function masterKeyOf(
  config: Config,
  app: DataSource,
  options: OpenStorageOptions,
): Promise<MasterKey> {
  if (config.masterKey) return new MasterKey(config.masterKey);
  await claimDataFolder(config.dataDirectory);
  const sealed = await isSealedUnderAnother(app, '');
  const text = await readOrCreateSecret(secretsFolder(config), 'master.key', () => {
    if (sealed && !options.withoutKeyChecks) throw new KeyMissing(otherKey);
    return MasterKey.create().bytes.toString('base64');
  });
  return new MasterKey(Buffer.from(text, 'base64'));
}

async function requireOwnMasterKey(app: DataSource, masterKey: MasterKey): Promise<void> {
  if (await isSealedUnderAnother(app, masterKey.id)) throw new KeyMissing(otherKey);
}

async function isSealedUnderAnother(app: DataSource, masterKeyId: string): Promise<boolean> {
  const [row] = await app.query<{ other: boolean }[]>('SELECT sealed_under_another($1) AS other', [
    masterKeyId,
  ]);
  return row?.other === true;
}

const otherKey =
  'The data was sealed under another master key than the one at hand. Give the right key, or have ' +
  'it back with `athar keys recover` and the recovery key.';
