import type { SpawnOptions } from 'node:child_process';
import type { Binaries } from './binaries.js';
import type { DataFolder } from './data-folder.js';
import type { ServerUser } from './server-user.js';

/** All that is settled before the first PostgreSQL program runs. */
export interface Setting {
  folder: DataFolder;
  binaries: Binaries;
  /** Undefined: PostgreSQL runs as we do. */
  user: ServerUser | undefined;
  log: (line: string) => void;
  signal: AbortSignal | undefined;
}

/**
 * How a program is told where the cluster is. Another user may not enter the data folder, which is
 * ours alone, nor perhaps the folders above it. So the program is put into the cluster's folder
 * while it is still root, and finds it as its own working directory; PostgreSQL never leaves that.
 */
export function pathForServer({ user }: Setting, cluster: string): string {
  return user ? '/proc/self/cwd' : cluster;
}

/**
 * Options for running a PostgreSQL program on `cluster`: as the right user, with nothing of our
 * environment, and in a session of its own, so that Ctrl-C in a terminal reaches us alone.
 */
export function programOptions({ user }: Setting, cluster: string): SpawnOptions {
  return { ...user, cwd: cluster, env: { LC_ALL: 'C' }, detached: true, windowsHide: true };
}
