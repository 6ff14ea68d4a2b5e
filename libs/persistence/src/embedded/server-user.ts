import { execFile } from 'node:child_process';
import { platform } from 'node:os';
import { promisify } from 'node:util';
import { ServerUserMissing } from './errors.js';

const run = promisify(execFile);

/** The operating system's user that PostgreSQL runs as. */
export interface ServerUser {
  uid: number;
  gid: number;
}

const name = 'postgres';

/**
 * Whom PostgreSQL runs as: undefined for an ordinary user (then as that user), and for root the
 * user `postgres`, created as a system user without a home when missing. Only Linux is served as
 * root; elsewhere an ordinary user is always at hand.
 *
 * @throws ServerUserMissing
 */
export async function serverUser(): Promise<ServerUser | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  if (platform() !== 'linux') throw new ServerUserMissing();
  try {
    return (await lookUp()) ?? (await create());
  } catch (error) {
    throw new ServerUserMissing(error);
  }
}

async function lookUp(): Promise<ServerUser | undefined> {
  try {
    const [uid, gid] = await Promise.all([run('id', ['-u', name]), run('id', ['-g', name])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return undefined;
  }
}

async function create(): Promise<ServerUser> {
  await run('groupadd', ['--system', '--force', name]);
  const shell = '/usr/sbin/nologin';
  await run('useradd', ['--system', '--no-create-home', '--shell', shell, '-g', name, name]);
  const user = await lookUp();
  if (user === undefined) throw new ServerUserMissing();
  return user;
}
