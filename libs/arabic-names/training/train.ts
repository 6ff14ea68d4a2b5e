/**
 * Makes src/sound-model.json from the public data sets.
 * Usage, after `npm run build`: node dist/libs/arabic-names/training/train.js [data folder]
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { trainUnits } from './joint-sequence.js';
import { trainBigrams } from './letter-model.js';
import { readTrainingPairs } from './pairs.js';

const OPTIONS = { rounds: 10, discount: 0.3, judgeAfter: 4, mostBitsALetter: 3.6 };
/** Units rarer than this are left out. */
const LEAST_SHARE = 2e-7;

const [, , data = '../shared/data', out = 'libs/arabic-names/src/sound-model.json'] = process.argv;
const pairs = readTrainingPairs(data);
const units: Record<string, string[]> = {};
for (const [name, share] of [...trainUnits(pairs, OPTIONS)].sort(([a], [b]) => (a < b ? -1 : 1))) {
  const [arabic = '', latin = ''] = name.split('|');
  if (share < LEAST_SHARE) continue;
  (units[arabic] ??= []).push(`${latin}:${Math.round(-100 * Math.log2(share))}`);
}
const model = {
  about: {
    model:
      'Joint-sequence model (Bisani and Ney 2008): bits x 100 of units of Arabic and Latin letters; letter bigrams of both sides',
    command: 'node dist/libs/arabic-names/training/train.js',
    sets: [
      'google/transliteration @b2265a64 (Apache-2.0), train',
      'steveash/NETransliteration-COLING2018 @5d5f59e5 (data CC0), train',
      'seemorg/arabic-name-aliases @4836a703 (MIT), nine rows of ten',
      'IsmailElbery/arabic-name-translit @81d9568d (MIT)',
    ],
    pairs: pairs.length,
  },
  units: Object.fromEntries(Object.entries(units).map(([arabic, row]) => [arabic, row.join(' ')])),
  arabicLetters: trainBigrams(pairs.map(({ arabic, weight }) => ({ text: arabic, weight }))),
  latinLetters: trainBigrams(pairs.map(({ latin, weight }) => ({ text: latin, weight }))),
};
writeFileSync(join(process.cwd(), out), `${JSON.stringify(model, null, 2)}\n`);
process.stdout.write(`${pairs.length} pairs, ${Object.values(units).flat().length} units\n`);
