import { InvalidArgumentError, type Command } from 'commander';
import type { SimulateOptions } from '../analyst/run-simulate.js';
import { wholeNumber } from '../options.js';
import type { Session } from '../session.js';

/** `athar simulate`: invented reports and entries whose true pairs are known. */
export function register(program: Command, session: Session): void {
  program
    .command('simulate')
    .summary('write invented lists with known truth')
    .description(
      'Writes reports.csv, registry.csv and truth.csv (report_id, entry_id) into a folder: invented\n' +
        'persons, for trying and measuring. The same seed gives the same bytes.',
    )
    .requiredOption('--persons <n>', 'missing persons who are reported', wholeNumber(0, 10_000_000))
    .requiredOption('--registry <n>', 'entries in the registry', wholeNumber(0, 10_000_000))
    .requiredOption('--seed <n>', 'any whole number', seed)
    .requiredOption('--out <folder>', 'where to write; made where it is missing')
    .addHelpText('after', examples)
    .action((options: SimulateOptions) =>
      session.ends(
        import('../analyst/run-simulate.js').then(({ runSimulate }) =>
          runSimulate(options, session),
        ),
      ),
    );
}

function seed(text: string): number {
  const number = /^-?\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(number)) return number;
  throw new InvalidArgumentError('Give a whole number.');
}

const examples = `
Examples:
  athar simulate --persons 1000 --registry 800 --seed 7 --out trial
  athar match trial/reports.csv trial/registry.csv --out trial/candidates.csv`;
