import { randomBytes } from 'node:crypto';
import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Config } from '@athar/config';
import {
  openStorage,
  secretsFolder,
  withOwner,
  type MasterKey,
  type OpenStorageOptions,
  type Storage,
} from '@athar/persistence';
import type { Session } from '../session.js';
import {
  ForeignMasterKey,
  MasterKeyMissing,
  NothingInstalled,
  OwnerAddressMissing,
} from './errors.js';

/** A database that the command may work on with the owner's role. */
export interface OwnedDatabase {
  /** Address with the owner's role; holds a password. */
  ownerUrl: string;
  masterKey: MasterKey;
}

/** Runs `work` with the owner's role where no key is needed: none is read and none is made. */
export async function asOwner<T>(
  config: Config,
  session: Session,
  work: (ownerUrl: string) => Promise<T>,
): Promise<T> {
  if (config.database) return work(ownerOf(config.database));
  await requireInstallation(config);
  // A throw-away key, since opening would make one that is kept where there is none.
  const keyless = { ...config, masterKey: randomBytes(32) };
  return onStorage(keyless, session, { withoutKeyChecks: true }, ({ ownerUrl }) => work(ownerUrl));
}

/**
 * Runs `work` with the owner's role and the master key, which is not checked against the data: for
 * commands that are there to mend keys.
 *
 * @throws MasterKeyMissing instead of making a new one.
 */
export async function withUncheckedKey<T>(
  config: Config,
  session: Session,
  work: (database: OwnedDatabase) => Promise<T>,
): Promise<T> {
  if (!config.database) await requireInstallation(config);
  if (!config.masterKey && !(await exists(masterKeyFile(config)))) {
    throw new MasterKeyMissing(masterKeyFile(config));
  }
  return onStorage(config, session, { withoutKeyChecks: true }, work);
}

/** Runs `work` on storage as the service opens it: the keys are right, and an embedded one is made. */
export function withStorage<T>(
  config: Config,
  session: Session,
  work: (database: OwnedDatabase) => Promise<T>,
): Promise<T> {
  return onStorage(config, session, {}, work);
}

/** @throws ForeignMasterKey where data was sealed under another master key than this one. */
export async function requireOwnKey({ ownerUrl, masterKey }: OwnedDatabase): Promise<void> {
  if (await isForeign(ownerUrl, masterKey)) throw new ForeignMasterKey();
}

/** Whether data was sealed under another master key than this one. */
export async function isForeign(ownerUrl: string, masterKey: MasterKey): Promise<boolean> {
  const rows = await withOwner(ownerUrl, (manager) =>
    manager.query<{ other: boolean }[]>('SELECT sealed_under_another($1) AS other', [masterKey.id]),
  );
  return rows[0]?.other === true;
}

/** Where an embedded installation keeps its master key. */
export function masterKeyFile(config: Config): string {
  return resolve(join(secretsFolder(config), 'master.key'));
}

/** @throws NothingInstalled rather than making a new data folder in a wrong place. */
export async function requireInstallation(config: Config): Promise<void> {
  if (!(await exists(secretsFolder(config)))) {
    throw new NothingInstalled(resolve(config.dataDirectory));
  }
}

async function onStorage<T>(
  config: Config,
  session: Session,
  options: OpenStorageOptions,
  work: (database: OwnedDatabase) => Promise<T>,
): Promise<T> {
  if (config.database) ownerOf(config.database);
  const storage = await openStorage(config, { ...options, signal: session.signal });
  try {
    return await work({ ownerUrl: ownerOf(storage.urls), masterKey: storage.masterKey });
  } finally {
    await storage.stop();
  }
}

/** @throws OwnerAddressMissing */
export function ownerOf(urls: Pick<Storage['urls'], 'owner'>): string {
  if (urls.owner === undefined) throw new OwnerAddressMissing();
  return urls.owner;
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
