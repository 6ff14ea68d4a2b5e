import { randomBytes } from 'node:crypto';
import { open, rename, rm, type FileHandle } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

/**
 * Writes a file that is there whole or not at all: to a hidden temporary file beside it, flushed
 * to disk and renamed into place when `fill` is done. When `fill` fails or `signal` aborts, the
 * temporary file is removed and what stood under the name before stays. Readable by its owner only.
 */
export async function writeWhole(
  path: string,
  fill: (file: FileHandle) => Promise<void>,
  signal?: AbortSignal,
): Promise<void> {
  signal?.throwIfAborted();
  const suffix = randomBytes(6).toString('hex');
  const temporary = join(dirname(path), `.${basename(path)}.${suffix}.part`);
  const file = await open(temporary, 'wx', 0o600);
  try {
    await fill(file);
    await file.sync();
    await file.close();
    signal?.throwIfAborted();
    await rename(temporary, path);
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(temporary, { force: true });
    throw error;
  }
}
