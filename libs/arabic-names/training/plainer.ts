import type { TrainingPair } from './pairs.js';

const ARABIC = new Map(Object.entries({ أ: 'ا', إ: 'ا', آ: 'ا', ؤ: 'و', ئ: 'ي', ى: 'ي', ة: 'ه' }));
const LATIN = new Map(Object.entries({ ş: 's', ç: 'c', ı: 'i', ğ: 'g', ü: 'u', ö: 'o', "'": '' }));

function fold(word: string, letters: ReadonlyMap<string, string>): string {
  return Array.from(word, (letter) => letters.get(letter) ?? letter).join('');
}

/** Share of a pair's weight that each of its plainer spellings has. */
const PLAINER = 0.5;

/**
 * Each pair as it stands and as hasty hands write it: hamza and the dots of ة and ى left out, Turkish
 * letters without their marks. So the model reads both.
 */
export function withPlainerSpellings(pairs: readonly TrainingPair[]): TrainingPair[] {
  return pairs.flatMap((pair) => {
    const arabic = fold(pair.arabic, ARABIC);
    const latin = fold(pair.latin, LATIN);
    const weight = pair.weight * PLAINER;
    const spellings = [pair];
    if (arabic !== pair.arabic) spellings.push({ ...pair, arabic, weight });
    if (latin !== pair.latin && latin !== '') spellings.push({ ...pair, latin, weight });
    return spellings;
  });
}
