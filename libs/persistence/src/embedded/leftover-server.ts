import { execFileSync } from 'node:child_process';
import { readFileSync, readlinkSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { platform } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';
import { LeftoverServerRunning } from './errors.js';
import { postmasterPath, readPostmasterFile } from './postmaster-file.js';
import { processIdentity } from './process-identity.js';
import type { Setting } from './setting.js';
import { requestStop } from './stop-server.js';

/**
 * Stops the PostgreSQL that an earlier run left behind when it was killed. The caller holds the
 * folder's lock. Stopping is chosen over adopting, so that a server always runs with the settings
 * of the version that started it.
 *
 * @throws LeftoverServerRunning when it does not stop
 */
export async function stopLeftoverServer(setting: Setting): Promise<void> {
  const { cluster, root } = setting.folder;
  const pid = (await readPostmasterFile(cluster))?.pid;
  if (pid === undefined) return;
  const identity = processIdentity(pid);
  if (identity === undefined || !worksOn(pid, cluster)) {
    // PostgreSQL would take a zombie, or the pid's next owner, for a running server. Sessions that
    // outlive a killed server are still noticed, by the shared memory they hold.
    await rm(postmasterPath(cluster), { force: true });
    return;
  }
  setting.log('Stopping the PostgreSQL that an earlier run left behind.');
  for (const [mode, seconds] of [
    ['fast', 60],
    ['immediate', 20],
  ] as const) {
    await requestStop(setting, pid, mode);
    if (await goneWithin(pid, identity, seconds)) return;
  }
  throw new LeftoverServerRunning(root, pid);
}

/** Whether the process is a PostgreSQL server on this cluster and not a later owner of its pid. */
function worksOn(pid: number, cluster: string): boolean {
  if (platform() === 'win32') return true;
  try {
    if (platform() === 'linux') {
      const name = readFileSync(`/proc/${pid}/comm`, 'utf8').trim();
      return name === 'postgres' && readlinkSync(`/proc/${pid}/cwd`) === cluster;
    }
    const command = execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return command.includes('postgres') && command.includes(cluster);
  } catch {
    return false;
  }
}

async function goneWithin(pid: number, identity: string, seconds: number): Promise<boolean> {
  const end = Date.now() + seconds * 1000;
  while (processIdentity(pid) === identity) {
    if (Date.now() > end) return false;
    await delay(25);
  }
  return true;
}
