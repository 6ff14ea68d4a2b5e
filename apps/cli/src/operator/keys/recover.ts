import { resolve } from 'node:path';
import { recoverMasterKey, withOwner } from '@athar/persistence';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { ask } from '../ask.js';
import { asOwner, isForeign, masterKeyFile } from '../installation.js';
import { requireNoFile, writeKeyFile } from '../key-file.js';
import { operate } from '../operate.js';

/** Runs `athar keys recover`: the master key from the database and the recovery key. */
export function runKeysRecover({ out }: { out: string }, session: Session): Promise<ExitCode> {
  const { output } = session;
  return operate(session, async (config) => {
    await requireNoFile(out);
    return asOwner(config, session, async (ownerUrl) => {
      const typed = await ask('Recovery key: ', session);
      const key = await withOwner(ownerUrl, (manager) => recoverMasterKey(manager, typed));
      await writeKeyFile(out, key);
      output.note(`Wrote the master key ${key.id} to ${resolve(out)}; only you can read it.`);
      if (await isForeign(ownerUrl, key)) {
        output.note(
          'Some of the data was sealed under another master key; this one will not open it.',
        );
      }
      if (config.database)
        output.note('Set ATHAR_MASTER_KEY_FILE to it for every process of Athar.');
      else output.note(`The service reads it from ${masterKeyFile(config)}.`);
      return exitCode.done;
    });
  });
}
