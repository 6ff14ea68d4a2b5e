import { proveRecoveryKey, withOwner } from '@athar/persistence';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { ask } from '../ask.js';
import { requireOwnKey, withUncheckedKey } from '../installation.js';
import { operate } from '../operate.js';

/** Runs `athar keys prove`: the recovery key is typed in from the paper it was written on. */
export function runKeysProve(_: object, session: Session): Promise<ExitCode> {
  return operate(session, (config) =>
    withUncheckedKey(config, session, async (database) => {
      await requireOwnKey(database);
      const typed = await ask('Recovery key: ', session);
      const { ownerUrl, masterKey } = database;
      await withOwner(ownerUrl, (manager) => proveRecoveryKey(manager, masterKey, typed));
      session.output.note(`Proved: it gives the master key ${masterKey.id} back.`);
      return exitCode.done;
    }),
  );
}
