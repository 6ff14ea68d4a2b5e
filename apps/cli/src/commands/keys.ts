import type { Command } from 'commander';
import type { Session } from '../session.js';

/** `athar keys`: the master key and the recovery key that gives it back. */
export function register(program: Command, session: Session): void {
  const keys = program
    .command('keys')
    .summary('make, export, prove and recover the keys')
    .description(
      'Names, phones and notes are sealed in the database; the master key opens them and is never in ' +
        'it. The recovery key, kept on paper, gives the master key back when the machine is lost.',
    )
    .addHelpText('after', examples);
  registerCreate(keys, session);
  registerExport(keys, session);
  registerProve(keys, session);
  registerRecover(keys, session);
  registerStatus(keys, session);
}

function registerCreate(keys: Command, session: Session): void {
  keys
    .command('create')
    .description('Writes a new master key to a file that only you can read. Needs no database.')
    .option('--out <file>', 'where to write; never overwritten', 'athar-master.key')
    .addHelpText('after', '\nExample:\n  athar keys create --out /etc/athar/master.key')
    .action((options: { out: string }) =>
      session.ends(
        import('../operator/keys/create.js').then(({ runKeysCreate }) =>
          runKeysCreate(options, session),
        ),
      ),
    );
}

function registerExport(keys: Command, session: Session): void {
  keys
    .command('export')
    .description(
      'Prints a recovery key, once, to be written on paper. It makes an earlier one worthless.',
    )
    .option('--yes', 'go on although an earlier recovery key was proved')
    .addHelpText('after', `\n${access}\n\nExample:\n  athar keys export`)
    .action((options: { yes?: true }) =>
      session.ends(
        import('../operator/keys/export.js').then(({ runKeysExport }) =>
          runKeysExport(options, session),
        ),
      ),
    );
}

function registerProve(keys: Command, session: Session): void {
  keys
    .command('prove')
    .description(
      'Asks for the recovery key and records that it gives the master key back. The service does ' +
        'not start in production before. From a pipe it is read from standard input.',
    )
    .addHelpText('after', `\n${access}\n\nExample:\n  athar keys prove`)
    .action((options: object) =>
      session.ends(
        import('../operator/keys/prove.js').then(({ runKeysProve }) =>
          runKeysProve(options, session),
        ),
      ),
    );
}

function registerRecover(keys: Command, session: Session): void {
  keys
    .command('recover')
    .description('Gives the master key back from the database and the recovery key typed in.')
    .requiredOption('--out <file>', 'where to write the master key; never overwritten')
    .addHelpText('after', `\n${access}\n${withoutKey}\n\n${recoverExamples}`)
    .action((options: { out: string }) =>
      session.ends(
        import('../operator/keys/recover.js').then(({ runKeysRecover }) =>
          runKeysRecover(options, session),
        ),
      ),
    );
}

function registerStatus(keys: Command, session: Session): void {
  keys
    .command('status')
    .description('Tells which master key is in use and when its recovery key was exported, proved.')
    .addHelpText('after', `\n${access}\n\nExample:\n  athar keys status`)
    .action((options: object) =>
      session.ends(
        import('../operator/keys/status.js').then(({ runKeysStatus }) =>
          runKeysStatus(options, session),
        ),
      ),
    );
}

const access =
  'Works on the embedded installation (ATHAR_DATA) while its server is stopped, or on the database\n' +
  'of DATABASE_URL, which needs DATABASE_OWNER_URL beside it.';

const withoutKey =
  'Unset ATHAR_MASTER_KEY and ATHAR_MASTER_KEY_FILE; with NODE_ENV=production, which asks for them,\n' +
  'set NODE_ENV=development for this one command.';

const recoverExamples = `Examples:
  athar keys recover --out .athar/secrets/master.key
  NODE_ENV=development athar keys recover --out /etc/athar/master.key`;

const examples = `
Examples:
  athar keys create --out /etc/athar/master.key
  athar keys export
  athar keys prove
  athar keys status
  athar keys recover --out recovered.key`;
