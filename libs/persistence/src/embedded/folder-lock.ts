import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { DataFolderInUse } from './errors.js';
import { processIdentity } from './process-identity.js';
import { hasCode } from './system-error.js';

const pattern = /^athar\.lock\.(\d+)\.([0-9a-z]+)$/;
const attempts = 4;

/**
 * Takes the folder for this process until the returned function is called or the process dies.
 *
 * Every process makes a lock file of its own, whose name carries pid and start time, and only then
 * looks for others: of two, at least one sees the other. Who sees a living one withdraws and tries
 * again a few times after a random pause, so that two newcomers do not both give up; a holder
 * never withdraws. Files of dead processes may be removed by anyone, since their names never
 * return. So no moment exists in which a stale lock is taken over from a living process.
 *
 * @throws DataFolderInUse when a living process, this one included, holds the folder
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const own = `athar.lock.${process.pid}.${processIdentity(process.pid) ?? 'unknown'}`;
  const path = join(folder, own);
  for (let attempt = 1; ; attempt += 1) {
    await createOwn(folder, path);
    const rival = await livingRival(folder, own);
    if (rival === undefined) return () => rm(path, { force: true });
    await rm(path, { force: true });
    if (attempt === attempts) throw new DataFolderInUse(folder, rival);
    await delay(50 + Math.random() * 150);
  }
}

async function createOwn(folder: string, path: string): Promise<void> {
  try {
    await writeFile(path, '', { flag: 'wx', mode: 0o600 });
  } catch (error) {
    if (hasCode(error, 'EEXIST')) throw new DataFolderInUse(folder, process.pid);
    throw error;
  }
}

async function livingRival(folder: string, own: string): Promise<number | undefined> {
  for (const name of await readdir(folder)) {
    const match = pattern.exec(name);
    if (!match || name === own) continue;
    const pid = Number(match[1]);
    if (processIdentity(pid) === match[2]) return pid;
    await rm(join(folder, name), { force: true });
  }
  return undefined;
}
