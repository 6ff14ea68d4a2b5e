import { Option, type Command } from 'commander';
import type { StartOptions } from '../server/run-start.js';
import type { Session } from '../session.js';

/** `athar start`: the service. */
export function register(program: Command, session: Session): void {
  program
    .command('start')
    .summary('run the service')
    .description(
      'Runs API and worker until Ctrl-C or SIGTERM. Without DATABASE_URL it brings its own\n' +
        'PostgreSQL and keeps everything in .athar/ (or ATHAR_DATA).',
    )
    .addOption(new Option('--only <part>', 'run one of the two').choices(['api', 'worker']))
    .addHelpText('after', examples)
    .action((options: StartOptions) =>
      session.ends(
        import('../server/run-start.js').then(({ runStart }) => runStart(options, session)),
      ),
    );
}

const examples = `
Examples:
  athar start
  ATHAR_DATA=/srv/athar ATHAR_PORT=8080 athar start
  athar start --only worker`;
