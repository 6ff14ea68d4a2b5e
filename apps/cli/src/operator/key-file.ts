import { access, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { MasterKey } from '@athar/persistence';
import { FileExists } from './errors.js';

/** @throws FileExists; asked before a person is made to type. */
export async function requireNoFile(path: string): Promise<void> {
  const there = await access(path).then(
    () => true,
    () => false,
  );
  if (there) throw new FileExists(path);
}

/**
 * Writes a master key as a line of base64 that only its owner may read (0600). It is on disk when
 * this returns.
 *
 * @throws FileExists; a key is never written over another.
 */
export async function writeKeyFile(path: string, key: MasterKey): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'EEXIST' ? new FileExists(path) : error;
  });
  try {
    await file.writeFile(`${key.bytes.toString('base64')}\n`);
    await file.sync();
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
  await syncFolder(dirname(path));
}

/** So that the file's name, too, outlasts a loss of power. */
async function syncFolder(path: string): Promise<void> {
  const folder = await open(path, 'r');
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}
