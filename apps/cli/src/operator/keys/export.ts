import { exportRecoveryKey, withOwner } from '@athar/persistence';
import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { confirm } from '../ask.js';
import { requireOwnKey, withUncheckedKey } from '../installation.js';
import { operate } from '../operate.js';
import { readRecoveryState } from './recovery-state.js';

/** Runs `athar keys export`: the recovery key goes to standard output, alone. */
export function runKeysExport({ yes }: { yes?: true }, session: Session): Promise<ExitCode> {
  const { output } = session;
  return operate(session, (config) =>
    withUncheckedKey(config, session, async (database) => {
      const { ownerUrl, masterKey } = database;
      await requireOwnKey(database);
      const earlier = await readRecoveryState(ownerUrl, masterKey);
      if (earlier) {
        const warning =
          `A recovery key was exported on ${earlier.exportedAt.toISOString()}. ` +
          'A new one makes it worthless: destroy what you kept of it.';
        if (earlier.provedAt) await confirm(`${warning} It was proved.`, yes, session);
        else output.note(warning);
      }
      output.result(await withOwner(ownerUrl, (manager) => exportRecoveryKey(manager, masterKey)));
      for (const line of advice) output.note(line);
      return exitCode.done;
    }),
  );
}

const advice = [
  'This is the recovery key. It is shown once and stored nowhere. Who holds it and a copy of the',
  'database can read everything; without it, losing this machine is losing the data.',
  'Write it on paper, twice. Keep the papers in two places away from this machine and away from',
  'the backups. No photograph, no e-mail, no cloud. Then clear this terminal.',
  'Now run `athar keys prove` and type it in from the paper.',
];
