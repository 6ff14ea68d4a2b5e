import type { Command } from 'commander';
import type { NamesOptions } from '../analyst/run-names.js';
import {
  allErrorsOption,
  ignoreUnknownOption,
  limitOption,
  numberBetween,
  outOption,
  threadsOption,
} from '../options.js';
import type { Session } from '../session.js';

/** `athar names`: for each name of one list the most similar names of another. */
export function register(program: Command, session: Session): void {
  program
    .command('names')
    .summary('find the names of one list in another')
    .description(
      'For each name in QUERIES, the most similar names in POOL, in either script, best first.\n' +
        'Both lists have the columns id and name, in capitals or not; .csv, .tsv, .jsonl or .xlsx,\n' +
        '- for JSON Lines on standard input. Written are query_id, rank, id and score (0 to 1).\n' +
        'Names that have nothing in common with the query are not written.',
    )
    .argument('<queries>', 'names to look for')
    .argument('<pool>', 'names to look among')
    .addOption(limitOption())
    .option('--min-score <s>', 'leave out names that score less, 0 to 1', numberBetween(0, 1), 0)
    .addOption(threadsOption())
    .option('--no-tradition', 'do not put first what is spelled as most of the pool is')
    .addOption(ignoreUnknownOption())
    .addOption(allErrorsOption())
    .addOption(outOption())
    .addHelpText('after', examples)
    .action((queries: string, pool: string, options: NamesOptions) =>
      session.ends(
        import('../analyst/run-names.js').then(({ runNames }) =>
          runNames(queries, pool, options, session),
        ),
      ),
    );
}

const examples = `
Scores: 0.9 and more is the same name but for spelling; about 0.83 divides best, on labelled
pairs, what is one name from what is not; from 0.5 on some parts agree and others do not; less
is hardly alike, below 0.01 next to nothing is. All are written, as far as --limit goes, since a
true name may stand there that is far from its usual spelling; --min-score 0.5 leaves them out.
A common name (Muhammad) is carried by many: a high score is no proof.

A list is mostly spelled by one hand: what was found for all names in Arabic tells whether POOL is
in English, French or Turkish spelling, and of names that are as like those so spelled come first
(Hüseyin before Houssein in a Turkish list). --no-tradition leaves that out.

Exit code: 0 all rows used, 2 done but some rows bad or without a name (told on
standard error by file, line and column), 1 not done. Nothing is ever half-written.

Ids are written as they were given, byte for byte, so that lists can be joined by them. A
spreadsheet takes =1+1, +5 or @x in a CSV for a formula: write .xlsx where people open the
results, there every id is a text.

Examples:
  athar names missing.csv archive.xlsx --out similar.csv
  athar names - archive.csv --limit 5 --out - < missing.jsonl`;
