import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { normalise } from '../src/normalise.js';
import { spellWords } from '../src/spelling.js';

/** One Arabic token and one Latin spelling of it, in the letters of the sound model. */
export interface TrainingPair {
  readonly arabic: string;
  readonly latin: string;
  readonly weight: number;
  /** How many times as much it counts where names are told apart. */
  readonly stress: number;
  /** Attested once only: dropped where the model, half trained, finds it unlikely. */
  readonly doubtful: boolean;
  /** How sure it is that people write the name so. */
  readonly attested: Attestation;
}

/** A usual spelling of a usual name; a spelling that is met; one that says nothing of other names. */
export type Attestation = 'usual' | 'met' | 'hardly';

/** Longer words are compounds; they teach nothing that shorter ones do not. */
const MOST_ARABIC = 18;
export const MOST_LATIN_LETTERS = 22;

/** Rows of a tab-separated file, its header line left out. */
export function readRows(data: string, file: string): string[][] {
  const [, ...lines] = readFileSync(join(data, file), 'utf8').trimEnd().split('\n');
  return lines.map((line) => line.split('\t'));
}

function spell(text: string): string {
  return spellWords(text)
    .map(({ spelling }) => spelling)
    .join('');
}

/** The two tokens as the model sees them; null where they can hardly be spellings of each other. */
export function toPair(
  arabic: string,
  latin: string,
  weight: number,
  attested: Attestation = 'hardly',
  doubtful = false,
): TrainingPair | null {
  const [x, y] = [spell(arabic), spell(latin)];
  if (!/^\p{Script=Arabic}+$/u.test(x) || !/^[\p{Script=Latin}'\d]+$/u.test(y)) return null;
  if (x.length > MOST_ARABIC || y.length > MOST_LATIN_LETTERS) return null;
  if (x.length > 2 * y.length || y.length > 3 * x.length + 1) return null;
  return { arabic: x, latin: y, weight, stress: 1, doubtful, attested };
}

/** FNV-1a of a text, 32 bits. */
function digest(text: string): number {
  let hash = 0x811c9dc5;
  for (const sign of text) hash = Math.imul(hash ^ (sign.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return hash;
}

/**
 * True for Arabic names whose rows of a set without a published development part are kept back, in
 * every spelling and language, to measure on: one name of five.
 */
export function isKeptBack(arabic: string): boolean {
  return digest(spell(arabic)) % 5 === 0 && !isCommon(arabic);
}

let common: ReadonlySet<string> | undefined;

function isCommon(arabic: string): boolean {
  common ??= new Set(readUsualNames().map(([name]) => bare(name)));
  return common.has(bare(arabic));
}

/** A name as far as it matters whether it was learned: without article, hamza and the like. */
function bare(arabic: string): string {
  return normalise(arabic).replace(/^ال(?=...)|\s/gu, '');
}

const COMMON = 'libs/arabic-names/training/common-names.tsv';
const OTHERS = 'libs/arabic-names/training/suggestions/names.tsv';

type SpelledName = [arabic: string, spellings: readonly string[]];

function readSpellings(file: string): SpelledName[] {
  const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
  return lines.map((line) => {
    const [arabic = '', spellings = ''] = line.split('\t');
    return [arabic, [...new Set(spellings.split(' '))]];
  });
}

/**
 * The commonest Syrian names in the spellings that families use in the countries they live in: ours,
 * from general knowledge, so that no such name hangs on what a public set happens to have.
 */
export function readCommonNames(): SpelledName[] {
  return readSpellings(COMMON);
}

/** These and less common ones: all names that we spell ourselves. */
function readUsualNames(): SpelledName[] {
  return [...readCommonNames(), ...readSpellings(OTHERS)];
}

/** Google's rows and French ones count so many times as much: Wikidata's, and what is made of them by rule, would drown them. */
const STRESS = 2;

function stressed(pair: TrainingPair | null): TrainingPair | null {
  return pair === null ? null : { ...pair, stress: STRESS };
}

/** Spellings that a set has met more seldom may be another name's. */
const MET_OFTEN = 4;

/** All training rows of the public sets; weights say how far each is trusted. */
export function readTrainingPairs(data: string): TrainingPair[] {
  const google = readRows(data, 'google-ar2en/pairs.tsv')
    .filter(([, , split]) => split === 'train')
    .map(([ar = '', latin = '', , hint]) => stressed(toPair(ar, latin, hint ? 1.5 : 1, 'met')));
  const wikidata = readRows(data, 'wikidata-names/pairs.tsv')
    .filter(([, , split]) => split === 'train')
    .map(([ar = '', latin = '', , count, hint]) => {
      const trust = Number(count) < 2 ? 0.3 : Math.min(3, 0.5 + Math.log2(Number(count)) / 2);
      const attested = Number(count) < MET_OFTEN ? 'hardly' : 'met';
      return toPair(ar, latin, hint ? trust * 1.5 : trust, attested, Number(count) < 2);
    });
  const classical = readRows(data, 'classical-names-by-language/pairs.tsv')
    .filter(([ar = '']) => !isKeptBack(ar))
    .map(([ar = '', language, latin = '']) => {
      const pair = toPair(ar, latin, language === 'turkish' ? 3 : 1.5);
      return language === 'french' ? stressed(pair) : pair;
    });
  const spellings = readRows(data, 'given-name-spellings/ar_variants.tsv').map(
    ([ar = '', , , latin = '']) => toPair(ar, latin, 2, 'usual'),
  );
  const common = readUsualNames().flatMap(([ar, latins]) =>
    latins.map((latin) => toPair(ar, latin, 3, 'usual')),
  );
  return [...google, ...wikidata, ...classical, ...spellings, ...common].filter(
    (pair) => pair !== null,
  );
}
