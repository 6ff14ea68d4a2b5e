import { chmod, mkdir, readdir, realpath, stat, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { DataFolderNotOurs, DataFolderNotWritable } from './errors.js';
import { hasCode } from './system-error.js';

/** Where things are in a data folder. All paths are absolute and free of symbolic links. */
export interface DataFolder {
  root: string;
  /** The database cluster; owned by the user PostgreSQL runs as. */
  cluster: string;
  /** Generated passwords and keys: 0700, files 0600. */
  secrets: string;
  logFile: string;
}

/** Its presence says that the folder is ours. */
const marker = 'athar-data.json';

/**
 * Makes `directory` a data folder, or recognises it as one: mode 0700, marked as ours, with
 * `secrets/` in it. Harmless when repeated.
 *
 * @throws DataFolderNotOurs when there is something else in it
 * @throws DataFolderNotWritable when it cannot be made or belongs to another user
 */
export async function claimDataFolder(directory: string): Promise<DataFolder> {
  const wanted = resolve(directory);
  try {
    await mkdir(wanted, { recursive: true, mode: 0o700 });
    const root = await realpath(wanted);
    const isNew = await refuseForeign(root);
    await chmod(root, 0o700);
    if (isNew) await writeFile(join(root, marker), '{"format":1}\n', { mode: 0o600 });
    const secrets = join(root, 'secrets');
    await mkdir(secrets, { recursive: true, mode: 0o700 });
    await chmod(secrets, 0o700);
    return { root, secrets, cluster: join(root, 'postgres'), logFile: join(root, 'postgres.log') };
  } catch (error) {
    if (hasCode(error, 'EACCES', 'EPERM', 'EROFS')) {
      throw new DataFolderNotWritable(wanted, 'it may not be written to.', error);
    }
    if (hasCode(error, 'EEXIST', 'ENOTDIR')) {
      throw new DataFolderNotWritable(wanted, 'a file stands in its way.', error);
    }
    throw error;
  }
}

/** True for a folder that is not marked as ours yet and may be. */
async function refuseForeign(root: string): Promise<boolean> {
  const ownUid = process.getuid?.();
  const { uid } = await stat(root);
  if (ownUid !== undefined && uid !== ownUid) {
    throw new DataFolderNotWritable(
      root,
      `it belongs to the user with id ${uid}, and Athar runs as ${ownUid}. ` +
        'Start Athar as the user who owns the folder, or choose another folder.',
    );
  }
  // The root of a freshly made file system is empty but for this.
  const entries = (await readdir(root)).filter((name) => name !== 'lost+found');
  if (entries.includes(marker)) return false;
  if (entries.length > 0) throw new DataFolderNotOurs(root);
  return true;
}
