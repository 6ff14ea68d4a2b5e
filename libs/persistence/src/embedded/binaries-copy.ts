import { chmod, cp, lstat, mkdir, mkdtemp, readdir, rename, rm } from 'node:fs/promises';
import { join, relative } from 'node:path';
import { BinariesUnusable } from './errors.js';
import { hasCode, unlessMissing } from './system-error.js';

/** Folders that every user can reach and that survive a restart; `/tmp` is often not executable. */
const reachable = ['/var/lib/athar', '/var/tmp/athar'];

/**
 * Copies the programs under `native` to `<place>/postgresql-<name>` and gives that path; an intact
 * copy is used again. Without a `place`: a folder that all can read and only root can write.
 *
 * @throws BinariesUnusable when no such folder can be had
 */
export async function copyBinaries(
  native: string,
  name: string,
  place: string | undefined,
): Promise<string> {
  const parent = place ?? (await placeOfRoot());
  await mkdir(parent, { recursive: true });
  const target = join(parent, `postgresql-${name}`);
  if (await sameFiles(native, target)) return target;

  const draft = await mkdtemp(`${target}.new-`);
  try {
    await cp(native, draft, { recursive: true, verbatimSymlinks: true });
    await openForReading(draft);
    await replace(target, draft);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
  return target;
}

/** A folder that someone else could write to would let them choose the program we run. */
async function placeOfRoot(): Promise<string> {
  for (const folder of reachable) {
    try {
      await mkdir(folder, { mode: 0o755 });
      await chmod(folder, 0o755);
    } catch (error) {
      if (!hasCode(error, 'EEXIST')) continue;
    }
    const found = await lstat(folder);
    if (found.isDirectory() && found.uid === 0 && (found.mode & 0o022) === 0) return folder;
  }
  throw new BinariesUnusable(
    'the user postgres cannot reach the installed programs, and there is no place to copy them ' +
      `to. Make ${reachable.join(' or ')} a folder of root's with mode 0755, or install Athar ` +
      'where every user may enter.',
  );
}

async function replace(target: string, draft: string): Promise<void> {
  try {
    await rename(draft, target);
  } catch (error) {
    if (!hasCode(error, 'ENOTEMPTY', 'EEXIST', 'EPERM')) throw error;
    // Either damaged, or made by another process just now: ours is as good as its.
    const old = await mkdtemp(`${target}.old-`);
    await rename(target, join(old, 'it'));
    await rename(draft, target);
    await rm(old, { recursive: true, force: true });
  }
}

async function openForReading(root: string): Promise<void> {
  await chmod(root, 0o755);
  for (const entry of await readdir(root, { recursive: true, withFileTypes: true })) {
    if (entry.isSymbolicLink()) continue;
    const path = join(entry.parentPath, entry.name);
    const executable = entry.isDirectory() || relative(root, entry.parentPath) === 'bin';
    await chmod(path, executable ? 0o755 : 0o644);
  }
}

async function sameFiles(native: string, copy: string): Promise<boolean> {
  const [wanted, found] = await Promise.all([sizes(native), unlessMissing(sizes(copy))]);
  return found !== undefined && [...wanted].every(([path, size]) => found.get(path) === size);
}

/** Size by path of all files; links are left out, since they are made later where missing. */
async function sizes(root: string): Promise<Map<string, number>> {
  const files = (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) =>
    entry.isFile(),
  );
  const paths = files.map((entry) => join(entry.parentPath, entry.name));
  const stats = await Promise.all(paths.map((path) => lstat(path)));
  return new Map(paths.map((path, index) => [relative(root, path), stats[index]?.size ?? -1]));
}
