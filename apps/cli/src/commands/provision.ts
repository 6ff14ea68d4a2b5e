import type { Command } from 'commander';
import type { Session } from '../session.js';

/** `athar provision`: database, roles and schemas on a PostgreSQL server. */
export function register(program: Command, session: Session): void {
  program
    .command('provision')
    .summary('create database, roles and schemas on a PostgreSQL server')
    .description(
      'Creates the database, its four roles and its schemas, or brings them to that state; safe to ' +
        'repeat. Passwords and the name of the database are taken from the addresses that the ' +
        'service uses. An embedded installation needs none of this.',
    )
    .addHelpText('after', examples)
    .action((options: object) =>
      session.ends(
        import('../operator/provision.js').then(({ runProvision }) =>
          runProvision(options, session),
        ),
      ),
    );
}

const examples = `
Variables (each also as NAME_FILE):
  DATABASE_ADMIN_URL    a superuser's address on the server
  DATABASE_URL          user athar_app
  DATABASE_OWNER_URL    user athar_owner
  DATABASE_MATCHER_URL  user athar_matcher
  DATABASE_QUEUE_URL    user athar_queue; not needed with REDIS_URL

Example:
  athar provision && athar migrate`;
