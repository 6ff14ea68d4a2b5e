import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { spellForModel } from '../src/alphabet.js';
import { parseName } from '../src/parse.js';

/** One Arabic token and one Latin spelling of it. */
export interface TrainingPair {
  readonly arabic: string;
  readonly latin: string;
  readonly weight: number;
  /** Attested once only: dropped where the model, half trained, finds it unlikely. */
  readonly doubtful: boolean;
}

/** Rows of a tab-separated file, its header line left out. */
export function readRows(data: string, file: string): string[][] {
  const [, ...lines] = readFileSync(join(data, file), 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

/** The two tokens as the model sees them; null where either is not one plain token. */
export function toPair(
  arabic: string,
  latin: string,
  weight: number,
  doubtful = false,
): TrainingPair | null {
  const [a, ...moreArabic] = parseName(arabic).tokens;
  const [b, ...moreLatin] = parseName(latin).tokens;
  if (a === undefined || b === undefined || moreArabic.length + moreLatin.length > 0) return null;
  if (a.head !== b.head || a.script !== 'arabic' || b.script !== 'latin') return null;
  const [x, y] = [spellForModel(a.folded, 'arabic'), spellForModel(b.folded, 'latin')];
  if (x === '' || y === '' || x.length > 2 * y.length || y.length > 3 * x.length + 1) return null;
  return { arabic: x, latin: y, weight, doubtful };
}

/** Every tenth row of the machine-made set is kept for checking while the model is made. */
export function isKeptBack(row: number): boolean {
  return row % 10 === 7;
}

/** All training rows of the public sets; weights say how far each is trusted. */
export function readTrainingPairs(data: string): TrainingPair[] {
  const google = readRows(data, 'google-ar2en/pairs.tsv')
    .filter(([, , split]) => split === 'train')
    .map(([ar = '', latin = '', , hint]) => toPair(ar, latin, hint ? 1.5 : 1));
  const wikidata = readRows(data, 'wikidata-names/pairs.tsv')
    .filter(([, , split]) => split === 'train')
    .map(([ar = '', latin = '', , count, hint]) => {
      const trust = Number(count) < 2 ? 0.3 : Math.min(3, 0.5 + Math.log2(Number(count)) / 2);
      return toPair(ar, latin, hint ? trust * 1.5 : trust, Number(count) < 2);
    });
  const classical = readRows(data, 'classical-names-by-language/pairs.tsv')
    .filter((_, row) => !isKeptBack(row))
    .map(([ar = '', , latin = '']) => toPair(ar, latin, 1.5));
  const spellings = readRows(data, 'given-name-spellings/ar_variants.tsv').map(
    ([ar = '', , , latin = '']) => toPair(ar, latin, 3),
  );
  return [...google, ...wikidata, ...classical, ...spellings].filter((pair) => pair !== null);
}
