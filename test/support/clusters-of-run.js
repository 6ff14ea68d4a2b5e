import { chmod, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** Makes the folder in which the suites of a run share the clusters that they copy: see prepared-cluster.ts. */
export default async function makeFolder() {
  const folder = await mkdtemp(join(tmpdir(), 'athar-test-clusters-'));
  // As root, PostgreSQL runs as another user, who must be able to walk through it.
  await chmod(folder, 0o755);
  process.env['ATHAR_TEST_CLUSTERS'] = folder;
}
