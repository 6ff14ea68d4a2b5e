import { Command } from 'commander';
import manifest from '../../../package.json' with { type: 'json' };
import { register as registerAudit } from './commands/audit.js';
import { register as registerDemo } from './commands/demo.js';
import { register as registerExport } from './commands/export.js';
import { register as registerImport } from './commands/import.js';
import { register as registerImports } from './commands/imports.js';
import { register as registerKeys } from './commands/keys.js';
import { register as registerMatch } from './commands/match.js';
import { register as registerMigrate } from './commands/migrate.js';
import { register as registerNames } from './commands/names.js';
import { register as registerOrganisation } from './commands/organisation.js';
import { register as registerPlaces } from './commands/places.js';
import { register as registerProvision } from './commands/provision.js';
import { register as registerSimulate } from './commands/simulate.js';
import { register as registerStart } from './commands/start.js';
import type { Session } from './session.js';

/**
 * Declares one command. Declaring must stay cheap: what a command needs in order to run is imported
 * inside its action, by a relative path.
 */
export type Register = (program: Command, session: Session) => void;

const commands: readonly Register[] = [
  registerStart,
  registerDemo,
  registerImport,
  registerImports,
  registerExport,
  registerPlaces,
  registerNames,
  registerMatch,
  registerSimulate,
  registerKeys,
  registerOrganisation,
  registerAudit,
  registerMigrate,
  registerProvision,
];

/** The `athar` command with all its commands; it throws instead of ending the process. */
export function buildProgram(session: Session): Command {
  const program = new Command('athar')
    .description(manifest.description)
    .version(manifest.version)
    .showHelpAfterError('(add --help for what is possible)')
    .configureOutput({
      writeOut: (text) => void session.output.stdout.write(text),
      writeErr: (text) => void session.output.stderr.write(text),
    })
    .exitOverride();
  // Sub-commands take over these settings when they are made, hence after them.
  for (const register of commands) register(program, session);
  return program;
}
