import type { Command } from 'commander';
import type { MigrateOptions } from '../operator/migrate.js';
import { wholeNumber } from '../options.js';
import type { Session } from '../session.js';

/** `athar migrate`: the schema of the database. */
export function register(program: Command, session: Session): void {
  program
    .command('migrate')
    .summary('bring the database schema to this version')
    .description(
      'Brings the schema of the database up to this version and prints what was run. Needs ' +
        'DATABASE_OWNER_URL beside the other addresses. An embedded installation (ATHAR_DATA) does ' +
        'this by itself when it starts; its server must be stopped for this command.',
    )
    .option('--down <n>', 'take the n newest migrations back instead', wholeNumber(1, 1000))
    .option('--yes', 'with --down: do not ask')
    .addHelpText('after', examples)
    .action((options: MigrateOptions) =>
      session.ends(
        import('../operator/migrate.js').then(({ runMigrate }) => runMigrate(options, session)),
      ),
    );
}

const examples = `
Examples:
  athar migrate
  athar migrate --down 1 --yes`;
