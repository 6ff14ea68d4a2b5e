import { provision } from '@athar/persistence';
import { exitCode, type ExitCode } from '../exit-code.js';
import type { Session } from '../session.js';
import { operate } from './operate.js';
import { provisioningOf } from './role-addresses.js';

/** Runs `athar provision`. Safe to repeat. */
export function runProvision(_: object, session: Session): Promise<ExitCode> {
  return operate(session, async (config) => {
    const provisioning = provisioningOf(config);
    await provision(provisioning);
    session.output.note(
      `The database ${provisioning.database} has its roles and schemas. Next: athar migrate.`,
    );
    return exitCode.done;
  });
}
