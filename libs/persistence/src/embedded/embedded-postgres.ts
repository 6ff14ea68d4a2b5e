import { join } from 'node:path';
import { usableBinaries } from './binaries.js';
import { ensureCluster } from './cluster.js';
import { claimDataFolder, type DataFolder } from './data-folder.js';
import { DataFolderDamaged } from './errors.js';
import { lockFolder } from './folder-lock.js';
import { stopLeftoverServer } from './leftover-server.js';
import { serverUser } from './server-user.js';
import { startServer } from './server.js';
import { readPassword } from './superuser-password.js';

export interface EmbeddedPostgresOptions {
  /** Made when missing, mode 0700. Holds the database, the generated secrets and the log. */
  dataDirectory: string;
  /** Told what takes time, in sentences for a person. */
  log?: (line: string) => void;
  /** Gives up starting; what was begun is stopped first. */
  signal?: AbortSignal;
}

/** A PostgreSQL that runs as a child of this process. */
export interface EmbeddedPostgres {
  /** Connection string of the superuser, to 127.0.0.1. Holds the password: never log it. */
  adminUrl: string;
  port: number;
  pid: number;
  databaseDirectory: string;
  /** Ends all sessions, writes everything out and gives the folder back. May be called again. */
  stop(): Promise<void>;
}

/**
 * Starts the PostgreSQL that comes with Athar on a data folder, which it makes at first, and holds
 * the folder until `stop()`. When this process is killed, PostgreSQL runs on; the next start on
 * the folder stops it and recovers what was committed.
 *
 * @throws DataFolderInUse, DataFolderVersion, DataFolderNotOurs, DataFolderNotWritable,
 *   DataFolderDamaged, ServerUserMissing, BinariesUnusable, PostgresSetupFailed,
 *   PostgresStartFailed, LeftoverServerRunning, or the signal's reason when aborted
 */
export async function startEmbeddedPostgres(
  options: EmbeddedPostgresOptions,
): Promise<EmbeddedPostgres> {
  options.signal?.throwIfAborted();
  const folder = await claimDataFolder(options.dataDirectory);
  const release = await lockFolder(folder.root);
  try {
    return await startLocked(folder, options, release);
  } catch (error) {
    await release();
    options.signal?.throwIfAborted();
    throw error;
  }
}

async function startLocked(
  folder: DataFolder,
  { log = () => undefined, signal }: EmbeddedPostgresOptions,
  release: () => Promise<void>,
): Promise<EmbeddedPostgres> {
  const user = await serverUser();
  const binaries = await usableBinaries(user, join(folder.root, 'programs'));
  const setting = { folder, binaries, user, log, signal };
  await ensureCluster(setting);
  await stopLeftoverServer(setting);
  const password = await readPassword(folder);
  if (!password) throw new DataFolderDamaged(folder.root, 'the password is missing.');
  const server = await startServer(setting);
  log(`PostgreSQL listens on 127.0.0.1:${server.port}.`);
  let stopped: Promise<void> | undefined;
  return {
    adminUrl: `postgres://postgres:${password}@127.0.0.1:${server.port}/postgres`,
    port: server.port,
    pid: server.pid,
    databaseDirectory: folder.cluster,
    stop: () => (stopped ??= server.stop().finally(release)),
  };
}
