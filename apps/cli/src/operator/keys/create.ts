import { resolve } from 'node:path';
import { MasterKey } from '@athar/persistence';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { writeKeyFile } from '../key-file.js';

/** Runs `athar keys create`. Needs no database and no settings. */
export async function runKeysCreate(
  { out }: { out: string },
  { output }: Session,
): Promise<ExitCode> {
  const key = MasterKey.create();
  await writeKeyFile(out, key);
  const path = resolve(out);
  output.note(`Wrote the new master key ${key.id} to ${path}; only you can read it.`);
  output.note(`Set ATHAR_MASTER_KEY_FILE=${path} for every process of Athar.`);
  output.note('It opens the keys that names, phones and notes are sealed with: without it nobody');
  output.note(
    'can read them again. Keep it off the machine of the database and out of its backups.',
  );
  output.note(
    'Once the database is migrated, run `athar keys export` and `athar keys prove`, so that',
  );
  output.note(
    'it can be had back. An embedded installation makes a key of its own: it needs none.',
  );
  return exitCode.done;
}
