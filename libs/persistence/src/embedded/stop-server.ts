import { execFile } from 'node:child_process';
import { platform } from 'node:os';
import { promisify } from 'node:util';
import type { Setting } from './setting.js';
import { hasCode } from './system-error.js';

const run = promisify(execFile);

/** `fast` ends sessions and writes everything out; `immediate` recovers at the next start. */
export type StopMode = 'fast' | 'immediate';

const signals = { fast: 'SIGINT', immediate: 'SIGQUIT' } as const;

/** Asks the server to stop and returns without waiting; a server that is gone is no failure. */
export async function requestStop(setting: Setting, pid: number, mode: StopMode): Promise<void> {
  if (platform() === 'win32') {
    // Windows has no such signals; pg_ctl speaks to the server through a pipe of its own.
    const stop = ['stop', '-D', setting.folder.cluster, '-m', mode, '-W'];
    await run(setting.binaries.pgCtl, stop).catch(() => undefined);
    return;
  }
  try {
    process.kill(pid, signals[mode]);
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error;
  }
}
