import type { Command } from 'commander';
import type { DemoOptions } from '../demo/run-demo.js';
import { wholeNumber } from '../options.js';
import type { Session } from '../session.js';

/** `athar demo`: the whole main job on invented people. */
export function register(program: Command, session: Session): void {
  program
    .command('demo')
    .summary('show the whole main job on invented people')
    .description(
      'Invents families and an archive, starts the service on an embedded PostgreSQL, brings both in\n' +
        'through the API, matches them through the queue and prints the best candidates. The service\n' +
        'is left running for trying. Its folder is emptied at every start.',
    )
    .option('--persons <n>', 'reports to invent', wholeNumber(1, 100_000), 500)
    .option('--registry <n>', 'entries to invent', wholeNumber(1, 100_000), 320)
    .option('--seed <n>', 'another number, other people', wholeNumber(0, 2_147_483_647), 7)
    .option('--show <n>', 'candidates to print', wholeNumber(0, 200), 12)
    .option('--data <folder>', 'where to keep it', '.athar-demo')
    .option('--exit', 'end after the table')
    .action((options: DemoOptions) =>
      session.ends(import('../demo/run-demo.js').then(({ runDemo }) => runDemo(options, session))),
    );
}
