import { Option, type Command } from 'commander';
import type { DateOrder } from '@athar/dates';
import type { ImportMode } from '@athar/imports';
import type { CollectionKind } from '@athar/registry';
import type { ImportOptions } from '../operator/import/import-options.js';
import type { TableEncoding } from '@athar/tabular';
import { ignoreUnknownOption, memberOption, urlOption, wholeNumber } from '../options.js';
import type { Session } from '../session.js';
import { importHelp } from './import-help.js';

const modes: readonly ImportMode[] = ['keep_good', 'all_or_nothing'];
const kinds: readonly CollectionKind[] = [
  'photo_archive',
  'hospital_list',
  'court_register',
  'civil_records',
  'other',
];

const dateOrders: readonly DateOrder[] = ['dmy', 'mdy', 'ymd'];

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
        'what the source is; a new one is other if left out, photo_archive of titles; other is not compared',
      ).choices(kinds),
    )
    .option('--may-disclose', 'a new one: its custodian allows telling families, and exports')
    .option('--no-match', 'a new one: its custodian does not allow matching')
    .option('--embargo-until <day>', 'a new one: as 2026-11-22; nothing of it is used before')
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
    .addHelpText('after', importHelp)
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
    .addOption(
      new Option(
        '--date-order <order>',
        'of day, month and year in dates like 5/6/2013; kept by --save-mapping',
      ).choices(dateOrders),
    )
    .option('--errors-file <file>', 'write the bad rows there with their reasons, to be mended')
    .addOption(
      new Option(
        '--language <language>',
        'of reasons and counts on the terminal, and of reasons in the file',
      )
        .choices(['ar', 'en'])
        .default('en'),
    )
    .option(
      '--undo <import>',
      'take back what an import brought in (athar imports lists them); no file is sent',
    )
    .option('--cancel <import>', 'stop an import that is under way; no file is sent');
}
