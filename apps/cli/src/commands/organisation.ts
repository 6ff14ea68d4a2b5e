import type { Command } from 'commander';
import type { OrganisationOptions } from '../operator/seat-options.js';
import type { Session } from '../session.js';

/** `athar organisation`: who works with this installation. */
export function register(program: Command, session: Session): void {
  const organisation = program
    .command('organisation')
    .summary('create and list organisations and their seats')
    .description(
      'Organisations and the seats of their members. Works on the embedded installation (ATHAR_DATA) ' +
        'while its server is stopped, or on the database of DATABASE_URL, which needs ' +
        'DATABASE_OWNER_URL beside it.',
    )
    .addHelpText('after', examples);
  registerCreate(organisation, session);
  registerList(organisation, session);
}

function registerCreate(organisation: Command, session: Session): void {
  organisation
    .command('create')
    .description("Makes an organisation and prints its id and its seats' ids.")
    .requiredOption('--name <name>', 'what families know it by')
    .requiredOption('--phone <phone>', 'number that families may call; it stands in messages')
    .option('--discreet', 'messages do not name the organisation')
    .option(
      '--member <label=roles>',
      'a seat with its roles, separated by commas: caseworker, reviewer, coordinator, steward; ' +
        'may be repeated; a caseworker, two reviewers, a coordinator and a steward where not given',
      (seat: string, before: string[] = []) => [...before, seat],
    )
    .addHelpText('after', examples)
    .action((options: OrganisationOptions) =>
      session.ends(
        import('../operator/organisation.js').then(({ runOrganisationCreate }) =>
          runOrganisationCreate(options, session),
        ),
      ),
    );
}

function registerList(organisation: Command, session: Session): void {
  organisation
    .command('list')
    .description("Prints every organisation and its seats' ids.")
    .addHelpText('after', '\nExample:\n  athar organisation list')
    .action((options: object) =>
      session.ends(
        import('../operator/organisation.js').then(({ runOrganisationList }) =>
          runOrganisationList(options, session),
        ),
      ),
    );
}

const examples = `
A label is what colleagues call a seat, not a person's name.

Examples:
  athar organisation create --name 'Families First' --phone '+000 000 000'
  athar organisation create --name 'Second House' --phone '+000 000 001' --discreet \\
    --member desk=caseworker,coordinator --member reader-1=reviewer --member reader-2=reviewer`;
