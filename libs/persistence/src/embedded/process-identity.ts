import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { platform } from 'node:os';

/**
 * A token (letters and digits) that tells the process from every earlier or later one with the
 * same pid, or undefined when no such process runs. Good within one machine and one pid namespace:
 * two containers must not share a data folder.
 */
export function processIdentity(pid: number): string | undefined {
  if (platform() === 'linux') return linuxIdentity(pid);
  if (platform() === 'win32') return isAlive(pid) ? 'alive' : undefined;
  return psIdentity(pid);
}

/** Start time in clock ticks since boot, and the boot it counts from (man 5 proc). */
function linuxIdentity(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The second field is the program's name, which may hold spaces and brackets.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const [state, startTime] = [fields[0], fields[19]];
    if (state === 'Z' || state === 'X' || startTime === undefined) return undefined;
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return `${boot}t${startTime}`;
  } catch {
    return undefined;
  }
}

function psIdentity(pid: number): string | undefined {
  try {
    const started = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { LC_ALL: 'C', TZ: 'UTC', PATH: '/bin:/usr/bin' },
    }).trim();
    return started && createHash('sha256').update(started).digest('hex').slice(0, 16);
  } catch {
    return undefined;
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
