/**
 * Makes src/sound-model.json, src/same-script.json and src/suggestions/suggestions.json from the public
 * data sets and the lists of names in this folder. Usage, from the project's folder:
 * npm run train:names -- [data folder] [folder to write to]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packRising, packWeights } from '../src/packed.js';
import { SoundUnits } from '../src/sound-units.js';
import { Discriminator, type SoundWeights } from './discriminate.js';
import { trainUnits } from './joint-sequence.js';
import { knownNames, knownPrints } from './known-pairs.js';
import { readTrainingPairs, type TrainingPair } from './pairs.js';
import { withPlainerSpellings } from './plainer.js';
import { randomNumbers } from './random.js';
import { trainOneScript } from './one-script.js';
import { trainSuggestions } from './suggestions/train.js';
import { inOtherTraditions } from './traditions.js';

const SEED = 7;
const EXPLAIN = { rounds: 7, discount: 0.3, judgeAfter: 4, mostBitsALetter: 3.4 };
const DISCRIMINATE = { rounds: 2, rate: 0.1, decay: 0.7, others: 10, near: 7, shrink: 1e-5 };
/** Units rarer than this are left out. */
const LEAST_SHARE = 6e-7;
/** Weights of contexts nearer to nothing than this are left out, in nats. */
const LEAST_CONTEXT = 0.1;

const SETS = [
  'google/transliteration @b2265a64 (Apache-2.0), train',
  'steveash/NETransliteration-COLING2018 @5d5f59e5 (data CC0), train',
  'seemorg/arabic-name-aliases @4836a703 (MIT), four names of five',
  'IsmailElbery/arabic-name-translit @81d9568d (MIT)',
  'common-names.tsv (our own)',
];

const [, , data = '../shared/data', folder = 'libs/arabic-names/src'] = process.argv;
const say = (text: string) => process.stdout.write(`${text}\n`);

const random = randomNumbers(SEED);
const usual = withPlainerSpellings(readTrainingPairs(data));
const first = trainUnits(usual, { ...EXPLAIN, rounds: 5 });
const others = inOtherTraditions(first.kept, first.shares, random);
say(`${usual.length} pairs, ${first.kept.length} kept, ${others.length} more in other traditions`);
const explained = trainUnits([...first.kept, ...others], EXPLAIN);
const shares = new Map([...explained.shares].filter(([, share]) => share >= LEAST_SHARE).sort());
say(`${shares.size} units`);
const units = new SoundUnits([...shares.keys()]);
const model = new Discriminator(explained.kept, units, shares, DISCRIMINATE, random);
for (let round = 1; round <= DISCRIMINATE.rounds; round += 1) {
  say(`round ${round}: ${model.round(round).toFixed(4)} nats lost a pair`);
}
write(model.weights, readTrainingPairs(data));
trainSuggestions(data, join(folder, 'suggestions'), say);

function write({ context, unit, letters }: SoundWeights, attested: readonly TrainingPair[]): void {
  const places = Array.from(context.keys()).filter(
    (place) => Math.abs(context[place] ?? 0) >= LEAST_CONTEXT,
  );
  const about = { command: 'npm run train:names', sets: SETS };
  save('sound-model.json', {
    about: {
      model:
        'Units of Arabic and Latin letters with the letters beside them, natural logarithms; bigrams of both sides; prints of known spellings and names',
      ...about,
      pairs: attested.length,
    },
    units: units.names.join(' '),
    unitWeights: packWeights(unit),
    contextPlaces: packRising(places),
    contextWeights: packWeights(places.map((place) => context[place] ?? 0)),
    arabicLetters: packWeights(letters.arabic.values),
    latinLetters: packWeights(letters.latin.values),
    known: packRising(knownPrints(attested)),
    names: packRising(knownNames(attested)),
  });
  save('same-script.json', {
    about: {
      model:
        'Joint-sequence model (Bisani and Ney 2008): bits x 100 of units of Arabic and Latin letters; letter bigrams of both sides',
      ...about,
      pairs: attested.length,
    },
    ...trainOneScript(attested),
  });
}

function save(file: string, model: object): void {
  writeFileSync(join(folder, file), `${JSON.stringify(model, null, 2)}\n`);
  say(`written: ${join(folder, file)}`);
}
