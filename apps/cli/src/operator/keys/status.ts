import { exitCode, type ExitCode } from '../../exit-code.js';
import type { Session } from '../../session.js';
import { isForeign, withUncheckedKey } from '../installation.js';
import { operate } from '../operate.js';
import { readRecoveryState } from './recovery-state.js';

/** Runs `athar keys status`. */
export function runKeysStatus(_: object, session: Session): Promise<ExitCode> {
  const { output } = session;
  return operate(session, (config) =>
    withUncheckedKey(config, session, async ({ ownerUrl, masterKey }) => {
      const recovery = await readRecoveryState(ownerUrl, masterKey);
      output.result(`master key             ${masterKey.id}`);
      output.result(`recovery key exported  ${recovery?.exportedAt.toISOString() ?? 'never'}`);
      output.result(`recovery key proved    ${recovery?.provedAt?.toISOString() ?? 'never'}`);
      if (await isForeign(ownerUrl, masterKey)) {
        output.note('The data was sealed under another master key: this one does not open it.');
      } else if (!recovery) output.note('Run `athar keys export`, then `athar keys prove`.');
      else if (!recovery.provedAt) output.note('Run `athar keys prove`.');
      return exitCode.done;
    }),
  );
}
