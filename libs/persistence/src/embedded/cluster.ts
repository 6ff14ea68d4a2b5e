import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chown, mkdtemp, open, readFile, readdir, rename, rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { basename, join } from 'node:path';
import type { Binaries } from './binaries.js';
import { settleOwner } from './cluster-owner.js';
import { DataFolderDamaged, DataFolderVersion, PostgresSetupFailed } from './errors.js';
import { pathForServer, programOptions, type Setting } from './setting.js';
import { ensurePassword, lendPassword, passwordFile, readPassword } from './superuser-password.js';
import { unlessMissing } from './system-error.js';

/**
 * Makes the database cluster unless there is one. It is built under another name and renamed when
 * complete, so that a folder named `postgres` is never a half-made one.
 *
 * @throws DataFolderVersion, DataFolderDamaged, PostgresSetupFailed
 */
export async function ensureCluster(setting: Setting): Promise<void> {
  const { folder, binaries, log } = setting;
  await removeDrafts(folder.root, `${basename(folder.cluster)}.new-`);
  if (await unlessMissing(readdir(folder.cluster))) {
    await checkCluster(setting);
    await settleOwner(folder.cluster, setting.user);
    return;
  }
  log('Setting up the database. This happens once.');
  await ensurePassword(folder);
  const draft = await mkdtemp(`${folder.cluster}.new-`);
  try {
    await initialise(setting, binaries, draft);
    await rename(draft, folder.cluster);
    await syncFolder(folder.root);
  } catch (error) {
    await removeFolder(draft);
    throw error;
  }
}

/** Removes what an interrupted set-up left behind. */
async function removeDrafts(root: string, prefix: string): Promise<void> {
  for (const name of await readdir(root)) {
    if (name.startsWith(prefix)) await removeFolder(join(root, name));
  }
}

/** An initdb whose parent was killed may still write for a moment, hence the retries. */
async function removeFolder(path: string): Promise<void> {
  await rm(path, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 });
}

async function checkCluster({ folder, binaries }: Setting): Promise<void> {
  const found = await unlessMissing(readFile(join(folder.cluster, 'PG_VERSION'), 'utf8'));
  if (found === undefined) {
    throw new DataFolderDamaged(folder.root, 'postgres/PG_VERSION is missing.');
  }
  if (found.trim() !== binaries.major) {
    throw new DataFolderVersion(folder.root, found.trim(), binaries.major);
  }
  if (!(await readPassword(folder))) {
    throw new DataFolderDamaged(folder.root, `${passwordFile(folder)} is missing.`);
  }
}

/** Sort order and letter case come from PostgreSQL itself, so they are the same on every machine. */
async function initialise(setting: Setting, binaries: Binaries, draft: string): Promise<void> {
  const { folder, user, signal } = setting;
  if (user) await chown(draft, user.uid, user.gid);
  const lent = user ? await lendPassword(folder, user) : undefined;
  const logFile = await open(folder.logFile, 'a', 0o600);
  try {
    const child = spawn(
      binaries.initdb,
      [
        ...['--pgdata', pathForServer(setting, draft)],
        ...['--pwfile', lent ? '/dev/stdin' : passwordFile(folder)],
        ...['--username', 'postgres', '--auth', 'scram-sha-256', '--data-checksums'],
        ...['--encoding', 'UTF8', '--locale', platform() === 'linux' ? 'C.UTF-8' : 'C'],
        ...['--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8', '--lc-messages', 'C'],
        '--no-instructions',
      ],
      {
        ...programOptions(setting, draft),
        stdio: [lent?.fd ?? 'ignore', logFile.fd, logFile.fd],
        ...(signal && { signal }),
      },
    );
    const [code] = (await once(child, 'close')) as [number | null];
    if (code !== 0) throw new PostgresSetupFailed(folder.logFile);
  } finally {
    await logFile.close();
    await lent?.close();
  }
}

/** Makes a rename last through a power cut. Windows has no such call and needs none. */
async function syncFolder(path: string): Promise<void> {
  if (platform() === 'win32') return;
  const handle = await open(path, 'r');
  await handle.sync().finally(() => handle.close());
}
