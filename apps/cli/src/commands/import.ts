import { Option, type Command } from 'commander';
import type { ImportMode } from '@athar/imports';
import type { CollectionKind } from '@athar/registry';
import type { ImportOptions } from '../operator/import/import-options.js';
import type { TableEncoding } from '@athar/tabular';
import { ignoreUnknownOption, memberOption, urlOption, wholeNumber } from '../options.js';
import type { Session } from '../session.js';

const modes: readonly ImportMode[] = ['keep_good', 'all_or_nothing'];
const kinds: readonly CollectionKind[] = [
  'photo_archive',
  'hospital_list',
  'court_register',
  'civil_records',
  'other',
];

const encodings: readonly TableEncoding[] = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1256',
  'windows-1252',
  'windows-1254',
  'iso-8859-6',
];

/** `athar import`: a file of entries into a collection of the running service. */
export function register(program: Command, session: Session): void {
  const command = program
    .command('import')
    .summary('bring a file of entries, photo titles or reports in')
    .description(
      'Brings FILE (.csv, .tsv, .jsonl or .xlsx by ending) into a collection of the running service. ' +
        'The same file twice changes nothing; a corrected row updates its entry. With --titles the ' +
        'file lists titles of photographs: one a line, a folder listing as ls -R or dir /s /b prints ' +
        'it, or a table with a column title or path. With --reports it holds reports of families.',
    )
    .argument('[file]', 'entries of an archive, titles of its photographs, or reports')
    .option('--titles', 'the file lists titles of photographs')
    .option('--reports', 'the file holds reports, also as ODK and Kobo export them; no collection')
    .option(
      '--pattern <pattern>',
      "how titles are read, where the collection's patterns are not settled; may be repeated",
      (pattern: string, before: string[] = []) => [...before, pattern],
    )
    .option('--collection <id>', 'the collection it goes to; or:')
    .option('--title <title>', 'title of a collection, made where there is none like it')
    .option('--custodian <name>', 'who keeps the source')
    .addOption(
      new Option(
        '--kind <kind>',
        'what the source is; other if left out, photo_archive of titles',
      ).choices(kinds),
    )
    .addOption(memberOption('a steward; of reports a caseworker or coordinator'))
    .addOption(urlOption())
    .addOption(
      new Option('--mode <mode>', 'with bad rows: bring the good ones in, or none')
        .choices(modes)
        .default('keep_good'),
    )
    .option(
      '--dry-run',
      'tell what would be added and changed; bring nothing in and make no collection',
    )
    .addOption(ignoreUnknownOption())
    .option(
      '--map <header=column>',
      "one of the file's headers and the column it stands for, or none; may be repeated",
      (pair: string, before: string[] = []) => [...before, pair],
    )
    .addHelpText('after', examples)
    .action((file: string | undefined, options: ImportOptions) =>
      session.ends(
        import('../operator/import/run-import.js').then(({ runImport }) =>
          runImport(file, options, session),
        ),
      ),
    );
  addFileOptions(command);
}

/** How a file is to be read, and what is to be done beside bringing it in. */
function addFileOptions(command: Command): void {
  command
    .option('--propose', "only show what the file's headers most likely stand for")
    .option(
      '--as-proposed',
      'use the headers as --propose shows them, where --map says nothing else',
    )
    .option(
      '--mapping <id>',
      'the saved mapping to be used; none for none (usually found by itself)',
    )
    .option('--save-mapping <name>', 'keep what the headers stand for, for the next file like it')
    .option('--sheet <name>', "a workbook's sheet by name, or its place as #2")
    .addOption(
      new Option('--header-row <n>', 'the row that holds the column names').argParser(
        wholeNumber(1, 9999),
      ),
    )
    .addOption(
      new Option('--encoding <name>', 'of a text file; found by itself').choices(encodings),
    )
    .option('--errors-file <file>', 'write the bad rows there with their reasons, to be mended')
    .addOption(
      new Option('--language <language>', 'of the reasons').choices(['ar', 'en']).default('en'),
    )
    .option('--undo <import>', 'take back what an import brought in; no file is sent')
    .option('--cancel <import>', 'stop an import that is under way; no file is sent');
}

const examples = `
Columns of entries (id, detainee_number or register_number is needed): id, name, name_arabic, given_name, father_name,
grandfather_name, family_name, mother_name, known_as, reader, confidence, sex, age, birth_date,
home_governorate, home_place, detainee_number, number_read_on, other_numbers, branch, hospital,
photo_date, photo_dates, collection, marks, category, state, images, remarks, register_place,
register_number, registered_on, died_on, stated_cause.

Columns of reports stand on the printed form, beside their fields (GET /api/forms/intake). Needed are a
name of the missing person, contact_name, and consent_store (yes) with consent_date and consent_way.

Exit code: 0 all rows used, 2 done but some rows bad (named on standard error), 1 not done.

Examples:
  athar import archive.csv --title 'Photo archive' --custodian 'Its keepers' --kind photo_archive \\
    --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --dry-run
  athar import archive.csv --collection 1c9f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e \\
    --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --map 'Full name=name' --errors-file mend.csv
  athar import photographs.txt --collection 1c9f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --titles \\
    --pattern '{number}[{suffix}] {photographer} {date:dd-mm-yyyy}[ {branch}]' \\
    --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e
  athar import kobo.xlsx --reports --as-proposed --as 2d8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --dry-run
  athar import --undo 7c9f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e`;
