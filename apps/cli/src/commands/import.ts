import { Option, type Command } from 'commander';
import type { ImportMode } from '@athar/imports';
import type { CollectionKind } from '@athar/registry';
import type { ImportOptions } from '../operator/import/run-import.js';
import { ignoreUnknownOption } from '../options.js';
import type { Session } from '../session.js';

const modes: readonly ImportMode[] = ['keep_good', 'all_or_nothing'];
const kinds: readonly CollectionKind[] = [
  'photo_archive',
  'hospital_list',
  'court_register',
  'civil_records',
  'other',
];

/** `athar import`: a file of entries into a collection of the running service. */
export function register(program: Command, session: Session): void {
  program
    .command('import')
    .summary('bring a file of entries into the registry')
    .description(
      'Brings FILE (.csv, .tsv, .jsonl or .xlsx by ending) into a collection of the running service. ' +
        'The same file twice changes nothing; a corrected row updates its entry.',
    )
    .argument('<file>', 'entries of an archive')
    .option('--collection <id>', 'the collection it goes to; or:')
    .option('--title <title>', 'title of a collection, made where there is none like it')
    .option('--custodian <name>', 'who keeps the source')
    .addOption(new Option('--kind <kind>', 'what the source is; other if left out').choices(kinds))
    .requiredOption(
      '--as <member>',
      'id of the seat that acts, a steward (athar organisation list)',
    )
    .option('--url <address>', 'where the service is', 'http://127.0.0.1:3000')
    .addOption(
      new Option('--mode <mode>', 'with bad rows: bring the good ones in, or none')
        .choices(modes)
        .default('keep_good'),
    )
    .option(
      '--dry-run',
      'tell what would be added and changed; bring no entry in (a new --title makes its collection)',
    )
    .addOption(ignoreUnknownOption())
    .option(
      '--map <header=column>',
      "one of the file's headers and the column it stands for; may be repeated",
      (pair: string, before: string[] = []) => [...before, pair],
    )
    .addHelpText('after', examples)
    .action((file: string, options: ImportOptions) =>
      session.ends(
        import('../operator/import/run-import.js').then(({ runImport }) =>
          runImport(file, options, session),
        ),
      ),
    );
}

const examples = `
Columns (id or detainee_number is needed): id, name, name_arabic, given_name, father_name,
grandfather_name, family_name, mother_name, known_as, reader, confidence, sex, age, birth_date,
home_governorate, home_place, detainee_number, number_read_on, other_numbers, branch, hospital,
photo_date, photo_dates, collection, marks, category, state, images, remarks.

Exit code: 0 all rows used, 2 done but some rows bad (named on standard error), 1 not done.

Examples:
  athar import archive.csv --title 'Photo archive' --custodian 'Its keepers' --kind photo_archive \\
    --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --dry-run
  athar import archive.csv --collection 1c9f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e \\
    --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --map 'Full name=name'`;
