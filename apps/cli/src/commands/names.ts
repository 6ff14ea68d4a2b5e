import type { Command } from 'commander';
import type { NamesOptions } from '../analyst/run-names.js';
import { ignoreUnknownOption, limitOption, outOption, threadsOption } from '../options.js';
import type { Session } from '../session.js';

/** `athar names`: for each name of one list the most similar names of another. */
export function register(program: Command, session: Session): void {
  program
    .command('names')
    .summary('find the names of one list in another')
    .description(
      'For each name in QUERIES, the most similar names in POOL, in either script, best first.\n' +
        'Both lists have the columns id and name; .csv, .tsv, .jsonl or .xlsx, - for JSON Lines on\n' +
        'standard input. Written are query_id, rank, id and score (0 to 1).',
    )
    .argument('<queries>', 'names to look for')
    .argument('<pool>', 'names to look among')
    .addOption(limitOption())
    .addOption(threadsOption())
    .addOption(ignoreUnknownOption())
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
Exit code: 0 all rows used, 2 done but some rows bad (named on standard error), 1 not done.

Examples:
  athar names missing.csv archive.xlsx --out similar.csv
  athar names - archive.csv --limit 5 --out - < missing.jsonl`;
