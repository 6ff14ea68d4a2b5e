import { spellForModel } from '../src/alphabet.js';
import { parseName } from '../src/parse.js';
import { trainBigrams } from './bigrams.js';
import { trainUnits } from './joint-sequence.js';
import type { TrainingPair } from './pairs.js';

const OPTIONS = { rounds: 10, discount: 0.3, judgeAfter: 4, mostBitsALetter: 3.6 };
/** Units rarer than this are left out. */
const LEAST_SHARE = 2e-7;

/** A pair in the folded letters in which words of one script are compared; null where either is not one name. */
function fold(pair: TrainingPair): TrainingPair | null {
  const [a, ...moreArabic] = parseName(pair.arabic).tokens;
  const [b, ...moreLatin] = parseName(pair.latin).tokens;
  if (a === undefined || b === undefined || moreArabic.length + moreLatin.length > 0) return null;
  if (a.head !== b.head) return null;
  const [arabic, latin] = [spellForModel(a.folded, 'arabic'), spellForModel(b.folded, 'latin')];
  return arabic === '' || latin === '' ? null : { ...pair, arabic, latin };
}

/** What arabic-model.json holds: units by their Arabic side, and the bigrams of that side. */
export interface ArabicModel {
  readonly units: Readonly<Record<string, string>>;
  readonly letters: Readonly<Record<string, string>>;
}

/** Learns which Arabic pieces stand for the same sound, through their Latin spellings. */
export function trainArabic(attested: readonly TrainingPair[]): ArabicModel {
  const pairs = attested.map(fold).filter((pair) => pair !== null);
  const units: Record<string, string[]> = {};
  const { shares } = trainUnits(pairs, OPTIONS);
  for (const [name, share] of [...shares].sort(([a], [b]) => (a < b ? -1 : 1))) {
    const [arabic = '', latin = ''] = name.split('|');
    if (share < LEAST_SHARE) continue;
    (units[arabic] ??= []).push(`${latin}:${Math.round(-100 * Math.log2(share))}`);
  }
  return {
    units: Object.fromEntries(
      Object.entries(units).map(([arabic, row]) => [arabic, row.join(' ')]),
    ),
    letters: trainBigrams(pairs.map(({ arabic, weight }) => ({ text: arabic, weight }))),
  };
}
