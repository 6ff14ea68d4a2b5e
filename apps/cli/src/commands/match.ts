import type { Command } from 'commander';
import type { MatchOptions } from '../analyst/run-match.js';
import {
  allErrorsOption,
  ignoreUnknownOption,
  limitOption,
  numberBetween,
  outOption,
  threadsOption,
} from '../options.js';
import type { Session } from '../session.js';

/** `athar match`: for each report of one list the most probable entries of another. */
export function register(program: Command, session: Session): void {
  program
    .command('match')
    .summary('find the persons of one list in another')
    .description(
      'For each report in REPORTS, the most probable entries of REGISTRY, best first.\n' +
        '.csv, .tsv, .jsonl or .xlsx by ending; - for JSON Lines on standard input. Written are\n' +
        "report_id, rank, entry_id, probability (the pair's own) and bits (its log2-odds).",
    )
    .argument('<reports>', 'reports of missing persons')
    .argument('<registry>', 'entries of archives')
    .addOption(limitOption())
    .option('--min-probability <p>', 'leave out pairs below, 0 to 1', numberBetween(0, 1), 0)
    .option(
      '--expected-matches <n>',
      'true pairs to expect; estimated from the two lists where not given',
      numberBetween(0.001, 1e9),
    )
    .option('--explain', 'a column of bits for each kind of evidence; they add up to bits')
    .addOption(threadsOption())
    .addOption(ignoreUnknownOption())
    .addOption(allErrorsOption())
    .addOption(outOption())
    .addHelpText('after', examples)
    .action((reports: string, registry: string, options: MatchOptions) =>
      session.ends(
        import('../analyst/run-match.js').then(({ runMatch }) =>
          runMatch(reports, registry, options, session),
        ),
      ),
    );
}

const examples = `
Report columns (id and one of the names are needed): id, name, name_arabic, given_name,
father_name, grandfather_name, family_name, mother_name, known_as, sex, birth_date,
home_governorate, home_place, last_seen_date, last_seen_source, arrest_date, arrest_source,
arrested_by, detention_places, detainee_number, marks.
Registry columns (id is needed): id, name, name_arabic, given_name, father_name,
grandfather_name, family_name, mother_name, known_as, sex, age, birth_date, home_governorate,
home_place, detainee_number, other_numbers, branch, photo_date, collection, marks.
Dates are EDTF (2013-05, 198X, 2012/2014), lists are separated by ";", sources are first_hand,
hearsay, paid or official.

Exit code: 0 all rows used, 2 done but some rows bad (named on standard error), 1 not done.
Ids are written as they were given; write .xlsx where a spreadsheet is to open them, which takes
=1+1, +5 or @x in a CSV for a formula.

Examples:
  athar match reports.csv registry.csv --out candidates.csv
  athar match reports.xlsx registry.csv --limit 5 --min-probability 0.5 --explain --out best.xlsx
  athar match - registry.csv --out - < reports.jsonl`;
