import { Option, type Command } from 'commander';
import type { ReadReason } from '@athar/registry';
import type { ExportEntriesOptions } from '../operator/export/export-entries.js';
import type { ExportOptions } from '../operator/export/export-file.js';
import { memberOption, urlOption } from '../options.js';
import type { Session } from '../session.js';

const reasons: readonly ReadReason[] = [
  'transcription',
  'review',
  'quality_check',
  'authority_request',
];

/** `athar export`: files out of the running service. */
export function register(program: Command, session: Session): void {
  const command = program
    .command('export')
    .summary('write entries, reports or decisions to a file')
    .description(
      'Files out of the running service: entries and reports that can be imported again, and what was ' +
        'decided, to learn from. It is recorded.',
    );
  command
    .command('entries')
    .summary('write entries of the registry to a file')
    .description(
      'Writes the entries of a collection, or of all. Those under embargo or whose custodian does ' +
        'not allow disclosure are left out.',
    )
    .addOption(outOption())
    .addOption(
      new Option('--reason <reason>', 'why you export; it is recorded')
        .choices(reasons)
        .makeOptionMandatory(),
    )
    .option('--collection <id>', 'only this collection')
    .addOption(memberOption('a steward'))
    .addOption(urlOption())
    .action((options: ExportEntriesOptions) =>
      session.ends(
        import('../operator/export/export-entries.js').then(({ exportEntries }) =>
          exportEntries(options, session),
        ),
      ),
    );
  command
    .command('reports')
    .summary("write your organisation's reports to a file")
    .description('Withdrawn reports and relatives are left out.')
    .addOption(outOption())
    .addOption(memberOption('a coordinator'))
    .addOption(urlOption())
    .action((options: ExportOptions) =>
      session.ends(
        import('../operator/export/export-reports.js').then(({ exportReports }) =>
          exportReports(options, session),
        ),
      ),
    );
  registerDecisions(command, session);
}

function registerDecisions(command: Command, session: Session): void {
  command
    .command('decisions')
    .summary('write what reviewers decided, to learn from')
    .description(
      'Writes of each confirmed or rejected pair of your organisation which levels of evidence it has, ' +
        'without a name, an id or a date: what `npm run train:persons -- --decisions FILE` reads.',
    )
    .addOption(new Option('--out <file>', 'where to write, a .csv').makeOptionMandatory())
    .addOption(memberOption('a steward'))
    .addOption(urlOption())
    .action((options: ExportOptions) =>
      session.ends(
        import('../operator/export/export-decisions.js').then(({ exportDecisions }) =>
          exportDecisions(options, session),
        ),
      ),
    );
}

const outOption = (): Option =>
  new Option(
    '--out <file>',
    'where to write, by ending .csv, .jsonl or .xlsx',
  ).makeOptionMandatory();
