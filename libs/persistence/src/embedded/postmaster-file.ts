import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './system-error.js';

/** What a running server says of itself in its cluster's `postmaster.pid`. */
export interface PostmasterFile {
  pid: number;
  /** Accepts connections. */
  ready: boolean;
}

/** Path of the file that PostgreSQL keeps while it runs. */
export function postmasterPath(cluster: string): string {
  return join(cluster, 'postmaster.pid');
}

/**
 * Reads `postmaster.pid`; undefined where there is none or it is only half written. Line 1 is the
 * pid, line 8 the state (PostgreSQL, `src/include/utils/pidfile.h`).
 */
export async function readPostmasterFile(cluster: string): Promise<PostmasterFile | undefined> {
  const lines = (await unlessMissing(readFile(postmasterPath(cluster), 'utf8')))?.split('\n');
  // A standalone backend writes its pid as a negative number.
  const pid = Math.abs(Number(lines?.[0]));
  if (!lines || !Number.isInteger(pid) || pid === 0) return undefined;
  return { pid, ready: lines[7]?.trim() === 'ready' };
}

/** The port of the last run, from the command line that PostgreSQL leaves in `postmaster.opts`. */
export async function lastPort(cluster: string): Promise<number | undefined> {
  const line = await unlessMissing(readFile(join(cluster, 'postmaster.opts'), 'utf8'));
  const port = Number(/"-p" "(\d{1,5})"/.exec(line ?? '')?.[1]);
  return Number.isInteger(port) && port > 0 && port < 65_536 ? port : undefined;
}
