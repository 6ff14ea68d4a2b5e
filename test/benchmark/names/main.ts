/**
 * Prints how fast names are compared and found, by this library and by others. Holds nobody to anything.
 * Usage: npm run benchmark:names -- [--data FOLDER] [--queries N]
 */
import { DATA, hasSets, readSets, SOURCES } from '../../accuracy/names/rows.js';
import { table } from '../../accuracy/names/table.js';
import { optionsOf, orRefuse, wholeNumber } from '../../support/measuring-options.js';
import { alikeGrids, fourPartNames, gridsOf, wordsOf, type Grid, type Words } from './inputs.js';
import { nameContenders, wordContenders } from './pair-contenders.js';
import { ALL_ROUNDS, FEW_ROUNDS, ratesOf, type Contender } from './rounds.js';
import { searchContenders } from './search-contenders.js';
import { suggestionContenders } from './suggestion-contenders.js';

const options = orRefuse(() =>
  optionsOf({
    data: { type: 'string', default: DATA },
    queries: { type: 'string', default: '1000' },
  }),
);
const queries = orRefuse(() => wholeNumber('queries', options.queries));

const WORDS = { left: 40, right: 1_000 };
const NAMES = { left: 20, right: 1_000 };
const POOL = 10_000;

const whole = (value: number) => Math.round(value).toLocaleString('en');

/** Rates, processor's time for one, and how many times the first contender's rate each has. */
function print(title: string, contenders: readonly Contender[], rounds = ALL_ROUNDS): void {
  const rates = ratesOf(contenders, rounds);
  const own = rates[0]?.rate ?? 1;
  const rows = rates.map(({ name, rate }) => [
    name,
    whole(rate),
    (1e6 / rate).toFixed(2),
    (rate / own).toFixed(2),
  ]);
  const head = ['method', 'a second', 'microseconds each', 'times the first'];
  process.stdout.write(`\n${title}\n\n${table([head, ...rows])}\n`);
}

function wordGrids(left: readonly string[], right: readonly string[]): Grid[] {
  return gridsOf(ALL_ROUNDS, WORDS, left, right.slice(ALL_ROUNDS * WORDS.left));
}

function nameGrids(left: readonly string[], right: readonly string[]): Grid[] {
  return gridsOf(
    ALL_ROUNDS,
    NAMES,
    fourPartNames(left, ALL_ROUNDS * NAMES.left, 1),
    fourPartNames(right, ALL_ROUNDS * NAMES.right, 2),
  );
}

function run(words: Words): void {
  const { arabic, latin } = words;
  print('pairs of words, Arabic and Latin', wordContenders(wordGrids(arabic, latin)));
  print(
    'pairs of words with the same consonants, Arabic and Latin',
    wordContenders(alikeGrids(ALL_ROUNDS, words)),
  );
  print('pairs of words, both Latin', wordContenders(wordGrids(latin, latin)));
  print('pairs of words, both Arabic', wordContenders(wordGrids(arabic, arabic)));
  print('pairs of four-part names, Arabic and Latin', nameContenders(nameGrids(arabic, latin)));
  const search = Array.from({ length: FEW_ROUNDS }, (_, round) => ({
    left: fourPartNames(arabic, queries, 10 + round),
    right: fourPartNames(latin, POOL, 30 + round),
  }));
  print(
    `searches of ${whole(queries)} names in ${whole(POOL)}`,
    searchContenders(search),
    FEW_ROUNDS,
  );
  print('suggestions of spellings, single words', suggestionContenders({ arabic, latin }));
}

if (hasSets(options.data)) run(wordsOf(readSets(options.data)));
else process.stdout.write(`No data in ${options.data}: get the sets from ${SOURCES}.\n`);
