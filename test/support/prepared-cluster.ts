import { execFile } from 'node:child_process';
import { access, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Makes the data folder of a cluster and leaves it without a server. */
export type MakeCluster = (dataFolder: string) => Promise<void>;

/**
 * Fills a data folder with a cluster that is made once in a run of tests: a copy costs a tenth of making it.
 *
 * @param name tells what is made from all else that is
 * @param target a path at which nothing is yet
 */
export async function copyPrepared(name: string, make: MakeCluster, target: string): Promise<void> {
  const shared = process.env['ATHAR_TEST_CLUSTERS'];
  if (shared === undefined) throw new Error('The folder of clusters is made by jest.config.js.');
  const whole = join(shared, name);
  if (!(await exists(whole))) await prepare(whole, make);
  // Unlike `cp` of node this keeps the owner, as whom the server runs.
  await run('cp', ['-Rp', whole, target]);
}

/** Two suites may begin at once: each makes its own, and the one that comes second is thrown away. */
async function prepare(whole: string, make: MakeCluster): Promise<void> {
  const draft = `${whole}.${process.pid}`;
  await make(draft);
  try {
    await rename(draft, whole);
  } catch (error) {
    await rm(draft, { recursive: true, force: true });
    if (!(await exists(whole))) throw error;
  }
}

async function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
