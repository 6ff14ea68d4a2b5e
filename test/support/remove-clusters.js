import { rm } from 'node:fs/promises';

/** Removes what the suites of a run shared. */
export default async function removeFolder() {
  const folder = process.env['ATHAR_TEST_CLUSTERS'];
  if (folder !== undefined) await rm(folder, { recursive: true, force: true });
}
