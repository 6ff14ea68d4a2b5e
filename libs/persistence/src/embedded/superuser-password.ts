import { randomBytes } from 'node:crypto';
import { open, readFile, rename, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { DataFolder } from './data-folder.js';
import type { ServerUser } from './server-user.js';
import { unlessMissing } from './system-error.js';

/** The file with the password of the database's superuser: one line, 0600, ours alone. */
export function passwordFile(folder: DataFolder): string {
  return join(folder.secrets, 'postgres-superuser-password');
}

/** The superuser's password, or undefined where none was made yet. */
export async function readPassword(folder: DataFolder): Promise<string | undefined> {
  return (await unlessMissing(readFile(passwordFile(folder), 'utf8')))?.trim();
}

/** Makes a password of 256 random bits unless there is one. It is on disk when this returns. */
export async function ensurePassword(folder: DataFolder): Promise<void> {
  if (await readPassword(folder)) return;
  const draft = `${passwordFile(folder)}.new`;
  const file = await open(draft, 'w', 0o600);
  try {
    await file.writeFile(`${randomBytes(32).toString('base64url')}\n`);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, passwordFile(folder));
}

/**
 * The password as an open file without a name, owned by `user`: the only way to hand it to a
 * program of another user without leaving it where that user, or a crash, could keep it.
 */
export async function lendPassword(folder: DataFolder, user: ServerUser): Promise<FileHandle> {
  const path = join(folder.secrets, `lent-${randomBytes(8).toString('hex')}`);
  const file = await open(path, 'wx+', 0o600);
  await rm(path);
  await file.writeFile(await readFile(passwordFile(folder)));
  await file.chown(user.uid, user.gid);
  return file;
}
