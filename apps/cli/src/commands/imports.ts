import { Option, type Command } from 'commander';
import type { ImportKind, ImportState } from '@athar/imports';
import type { ListImportsOptions } from '../operator/imports/list-imports.js';
import { memberOption, urlOption, wholeNumber } from '../options.js';
import type { Session } from '../session.js';

const kinds: readonly ImportKind[] = ['entries', 'titles', 'reports'];
const states: readonly ImportState[] = [
  'receiving',
  'applying',
  'applied',
  'previewed',
  'refused',
  'failed',
  'cancelling',
  'cancelled',
  'undoing',
  'undone',
];

/** `athar imports`: which files were brought in, and how that went. */
export function register(program: Command, session: Session): void {
  program
    .command('imports')
    .summary('list the files that were brought in')
    .description(
      "Lists your organisation's imports, newest first: id, file, when (UTC), by which seat, how it " +
        'stands and what became of its rows. The id is what `athar import --undo` and --cancel take.',
    )
    .option('--collection <id>', 'only those into this collection')
    .addOption(new Option('--kind <kind>', 'only those of this kind').choices(kinds))
    .addOption(new Option('--state <state>', 'only those that stand so').choices(states))
    .addOption(
      new Option('--limit <n>', 'so many at most').default(20).argParser(wholeNumber(1, 10_000)),
    )
    .addOption(memberOption('a steward, caseworker or coordinator'))
    .addOption(urlOption())
    .action((options: ListImportsOptions) =>
      session.ends(
        import('../operator/imports/list-imports.js').then(({ listImports }) =>
          listImports(options, session),
        ),
      ),
    );
}
