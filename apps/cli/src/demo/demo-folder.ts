import { rm } from 'node:fs/promises';
import { existsSync } from 'node:fs';
import { claimDataFolder, startEmbeddedPostgres } from '@athar/persistence';

/**
 * Empties the demonstration's folder, so that every demonstration begins alike. A server that an
 * earlier one left running is ended first; a folder that is not ours is refused, not emptied.
 *
 * @throws what {@link startEmbeddedPostgres} throws.
 */
export async function emptyDemoFolder(folder: string, signal: AbortSignal): Promise<void> {
  if (!existsSync(folder)) return;
  await claimDataFolder(folder);
  const server = await startEmbeddedPostgres({ dataDirectory: folder, signal });
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}
