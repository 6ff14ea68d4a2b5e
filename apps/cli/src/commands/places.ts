import type { Command } from 'commander';
import type { LoadPlacesOptions } from '../operator/places/load-places.js';
import { memberOption, urlOption } from '../options.js';
import type { Session } from '../session.js';

/** `athar places`: the gazetteer of the running service. */
export function register(program: Command, session: Session): void {
  const places = program
    .command('places')
    .summary('load places and their spellings')
    .description('The gazetteer of the running service.');
  places
    .command('load')
    .summary('load the files of a public gazetteer')
    .description(
      'Brings the tab-separated files of a public gazetteer, in UTF-8 and as published, to the ' +
        'running service. Adds places that are not there, and spellings to those that are; the same ' +
        'files again change nothing.',
    )
    .argument(
      '<places>',
      'with the columns level, id, ocha_pcode, name_en, name_ar, governorate_id, district_id',
    )
    .argument('[spellings]', 'with the columns ocha_pcode, alias')
    .requiredOption(
      '--source <source>',
      'publisher and licence, kept with every place: "Publisher/name, CC BY 4.0"',
    )
    .addOption(memberOption('a steward'))
    .addOption(urlOption())
    .addHelpText('after', examples)
    .action((file: string, spellings: string | undefined, options: LoadPlacesOptions) =>
      session.ends(
        import('../operator/places/load-places.js').then(({ loadPlaces }) =>
          loadPlaces(file, spellings, options, session),
        ),
      ),
    );
}

const examples = `
Exit code: 0 all lines used, 2 done but some lines bad (named on standard error), 1 not done.

Example:
  athar places load places.tsv aliases_long.tsv --source 'Open-Syria/data-geography, CC BY 4.0' \\
    --as 0b8f6c1e-8c63-4f0b-9d0a-1f2c3b4a5d6e`;
