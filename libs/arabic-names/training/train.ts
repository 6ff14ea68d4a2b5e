/**
 * Makes src/sound-model.json, src/reading-model.json, src/latin-model.json, src/arabic-model.json, src/suggestions/suggestions.json and
 * src/traditions/letters.json from the public data sets and the lists of names in this folder. Usage, from the project's folder:
 * npm run train:names -- [data folder] [folder to write to]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packRising } from '../src/packed.js';
import { trainUnits } from './joint-sequence.js';
import { knownNames, knownPrints } from './known-pairs.js';
import { latinPairs } from './latin-pairs.js';
import { trainArabic } from './arabic-words.js';
import { AGAINST_FEW, AGAINST_MANY, EXPLAIN, trainPairModel } from './pair-weights.js';
import { readTrainingPairs } from './pairs.js';
import { withPlainerSpellings } from './plainer.js';
import { randomNumbers } from './random.js';
import { READINGS, trainReadings } from './readings.js';
import { trainSuggestions } from './suggestions/train.js';
import { trainTraditionLetters } from './tradition-letters.js';
import { inOtherTraditions } from './traditions.js';

const SEED = 7;

const BETWEEN_SCRIPTS = {
  same: null,
  scripts: { arabic: 'arabic', latin: 'latin' },
  options: AGAINST_MANY,
} as const;
const LATIN = { arabic: 'latin', latin: 'latin' } as const;

const SETS = [
  'google/transliteration @b2265a64 (Apache-2.0), train',
  'steveash/NETransliteration-COLING2018 @5d5f59e5 (data CC0), train',
  'seemorg/arabic-name-aliases @4836a703 (MIT), four names of five',
  'IsmailElbery/arabic-name-translit @81d9568d (MIT)',
  'common-names.tsv and suggestions/names.tsv (our own)',
];

const [, , data = '../shared/data', folder = 'libs/arabic-names/src'] = process.argv;
const say = (text: string) => process.stdout.write(`${text}\n`);

const attested = readTrainingPairs(data);
const first = trainUnits(withPlainerSpellings(attested), { ...EXPLAIN, rounds: 5 });
const others = inOtherTraditions(first.kept, first.shares, randomNumbers(SEED));
say(`${first.kept.length} pairs, ${others.length} more in other traditions`);
const spelled = [...first.kept, ...others];

say('Arabic with Latin');
save('sound-model.json', {
  about: about(
    'Units of Arabic and Latin letters with the letters beside them, natural logarithms; bigrams of both sides; prints of usual spellings, of others that were met, and of names',
  ),
  ...trainPairModel(spelled, BETWEEN_SCRIPTS, attested, randomNumbers(SEED), say),
  usual: packRising(knownPrints(attested, 'usual')),
  met: packRising(knownPrints(attested, 'met')),
  names: packRising(knownNames(attested)),
  usualNames: packRising(knownNames(attested, 'usual')),
});

say('Readings');
save('reading-model.json', {
  about: about(
    'What Latin letters are read as in Arabic by the letters around them (window of letters, one hidden layer): natural logarithms',
  ),
  ...trainReadings(attested, READINGS, randomNumbers(SEED), say),
});

say('Latin with Latin');
const latin = latinPairs(spelled, randomNumbers(SEED));
save('latin-model.json', {
  about: about('The same of two Latin spellings of one name, called the Arabic and the Latin side'),
  ...trainPairModel(
    latin.pairs,
    { same: latin.same, scripts: LATIN, options: AGAINST_FEW },
    [],
    randomNumbers(SEED),
    say,
  ),
});

say('Arabic with Arabic');
save('arabic-model.json', {
  about: about(
    'Joint-sequence model (Bisani and Ney 2008): bits x 100 of units of Arabic and Latin letters; Arabic letter bigrams',
  ),
  ...trainArabic(attested),
});

say('Suggestions');
trainSuggestions(data, join(folder, 'suggestions'), say);

say('Letters of traditions');
trainTraditionLetters(data, join(folder, 'traditions'), say);

function about(model: string): object {
  return { model, command: 'npm run train:names', sets: SETS, pairs: attested.length };
}

function save(file: string, model: object): void {
  writeFileSync(join(folder, file), `${JSON.stringify(model, null, 2)}\n`);
  say(`written: ${join(folder, file)}`);
}
