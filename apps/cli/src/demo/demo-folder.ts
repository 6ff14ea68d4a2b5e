import { existsSync } from 'node:fs';
import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { CodedError } from '@athar/diagnostics';
import { claimDataFolder, startEmbeddedPostgres } from '@athar/persistence';

const MARKER = 'demonstration';

/** The folder holds something that no demonstration made; it is not emptied. */
export class NotADemoFolder extends CodedError {
  readonly code = 'not-a-demo-folder';
  readonly kind = 'conflict';

  constructor() {
    super(
      'The folder holds something that is no demonstration, and a demonstration would empty it. ' +
        'Name another folder with --data.',
    );
  }
}

/**
 * Makes an empty folder for a demonstration, so that each begins alike. Only what an earlier
 * demonstration left is emptied; a server that it left running is ended first.
 *
 * @throws NotADemoFolder, and what {@link startEmbeddedPostgres} throws.
 */
export async function freshDemoFolder(folder: string, signal: AbortSignal): Promise<void> {
  const inside = existsSync(folder) ? await readdir(folder) : [];
  if (inside.length > 0) {
    if (!inside.includes(MARKER)) throw new NotADemoFolder();
    const server = await startEmbeddedPostgres({ dataDirectory: folder, signal });
    await server.stop();
    await rm(folder, { recursive: true, force: true });
  }
  await claimDataFolder(folder);
  await writeFile(join(folder, MARKER), 'Made by athar demo; emptied by the next one.\n');
}
