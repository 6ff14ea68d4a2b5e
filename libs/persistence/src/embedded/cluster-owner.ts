import { chmod, lchown, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServerUser } from './server-user.js';

/**
 * Gives the cluster to the user PostgreSQL runs as. After a move to another machine, a new
 * container image or a restored backup its files may belong to root or to an id that now means
 * someone else, and PostgreSQL would refuse them. Nobody else can enter the data folder, so
 * nothing can be swapped under our hands.
 */
export async function settleOwner(cluster: string, user: ServerUser | undefined): Promise<void> {
  const found = await stat(cluster);
  if (user && found.uid !== user.uid) {
    const names = await readdir(cluster, { recursive: true });
    for (const name of names) await lchown(join(cluster, name), user.uid, user.gid);
    // Last, so that an interrupted change is done again.
    await lchown(cluster, user.uid, user.gid);
  }
  if ((found.mode & 0o077) !== 0) await chmod(cluster, 0o700);
}
