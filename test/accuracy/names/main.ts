/**
 * Prints how well names are found and told apart, by this library and by others.
 * Usage: npm run accuracy:names -- [--data FOLDER] [--queries N] [--set TEXT] [--pool plain|mixed|hard] [--no-peers] [--freeze]
 * With --keys it prints how well the keys of names retrieve, and nothing else; with --suggestions how often the
 * right spelling is suggested, and with --freeze besides writes that down.
 */
import { oneOf, optionsOf, orRefuse, wholeNumber } from '../../support/measuring-options.js';
import { bestCalling, readCases, scoreCases, wrongCases, type Case } from './cases.js';
import { freeze } from './frozen.js';
import { printKeys } from './keys.js';
import type { Method } from './method.js';
import type { NameSet } from './name-set.js';
import { ours } from './ours.js';
import { peers } from './peers/index.js';
import { freezeSuggestions } from './frozen-suggestions.js';
import { printSuggestions } from './print-suggestions.js';
import { printCases, printErrors, printMisses, printSets } from './print.js';
import { POOL_KINDS } from './pool.js';
import { figuresOf, rankSet, type Ranked } from './ranks.js';
import { DATA, hasSets, readSets, SOURCES } from './rows.js';
import { nameSets } from './sets.js';
import { suggestionSets } from './suggestions.js';

const options = orRefuse(() =>
  optionsOf({
    data: { type: 'string', default: DATA },
    queries: { type: 'string', default: '1000' },
    set: { type: 'string', default: '' },
    pool: { type: 'string', default: 'plain' },
    'no-peers': { type: 'boolean', default: false },
    freeze: { type: 'boolean', default: false },
    keys: { type: 'boolean', default: false },
    suggestions: { type: 'boolean', default: false },
  }),
);
const queries = orRefuse(() => wholeNumber('queries', options.queries));
const pool = orRefuse(() => oneOf('pool', options.pool, POOL_KINDS));
const methods: readonly Method[] = options['no-peers'] ? [ours] : [ours, ...peers];

function runSets(sets: readonly NameSet[], limit: number): void {
  const misses: { set: NameSet; ranked: Ranked[] }[] = [];
  const results = sets.flatMap((set) =>
    methods.map((method) => {
      process.stderr.write(`${set.name}: ${method.name}\n`);
      const ranked = rankSet(method, set, limit);
      if (method === ours) misses.push({ set, ranked });
      return { set, method: method.name, figures: figuresOf(ranked) };
    }),
  );
  printSets(results);
  for (const { set, ranked } of misses) printMisses(set, ranked);
}

function runCases(cases: readonly Case[]): void {
  if (cases.length === 0) return;
  const scored = methods.map((method) => ({ method, cases: scoreCases(method, cases) }));
  printCases(
    cases.length,
    scored.map((each) => ({ method: each.method.name, calling: bestCalling(each.cases) })),
  );
  const own = scored[0]?.cases ?? [];
  printErrors(wrongCases(own, bestCalling(own)));
}

function runSuggestions(): void {
  const sets = suggestionSets(readSets(options.data));
  if (options.freeze) freezeSuggestions(sets);
  printSuggestions(sets, queries);
}

const cases = readCases();
if (hasSets(options.data) && options.suggestions) {
  runSuggestions();
} else if (hasSets(options.data)) {
  const sets = nameSets(readSets(options.data), { pool });
  const named = sets.filter(({ name }) => name.includes(options.set));
  if (named.length === 0) {
    process.stderr.write(
      `--set: none of ${sets.map(({ name }) => `"${name}"`).join(', ')} has it.\n`,
    );
    process.exit(1);
  }
  if (options.freeze) freeze(sets, cases);
  if (options.keys) printKeys(named);
  else runSets(named, queries);
} else {
  process.stdout.write(`No data in ${options.data}: get the sets from ${SOURCES}.\n`);
}
if (!options.keys && !options.suggestions) runCases(cases);
