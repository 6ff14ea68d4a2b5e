import general from '../../src/frequencies.json' with { type: 'json' };
import { normalise } from '../../src/normalise.js';
import { hasArticle } from '../../src/suggestions/name-words.js';
import { SUGGESTED_TRADITIONS, type SuggestedTradition } from '../../src/suggestions/traditions.js';
import { traditionsOf } from '../../src/traditions/traditions.js';
import { isKeptBack, readRows, toPair, type TrainingPair } from '../pairs.js';
import { bareName, readOwnNames } from './own-names.js';

/** An attested spelling, and in which tradition it is where that is known. */
export interface AttestedPair extends TrainingPair {
  readonly tradition: SuggestedTradition | null;
}

type Attested = [
  arabic: string,
  latin: string,
  weight: number,
  tradition: SuggestedTradition | null,
];

/** Pairs that weigh less are dropped where the model, half trained, finds them unlikely. */
const DOUBTFUL = 0.85;

const LATIN_ARTICLE = /^(?:[aei]l|a[tdrznsh]|ash|esh|e[tdrzns])[- ](?=..)/iu;

/** Without the article, which is put before names by rule; Latin spellings joined to it stay whole. */
function withoutArticle(arabic: string, latin: string): [string, string] {
  if (!hasArticle(arabic)) return [arabic, latin];
  const bare = latin.replace(LATIN_ARTICLE, '');
  const isJoined = bare === latin && /^[aeiu]?l/iu.test(latin) && latin.length >= arabic.length;
  return isJoined ? [arabic, latin] : [arabic.slice(2), bare];
}

/** Words that texts write to a name (and, to, by): a spelling that does not sound them is of the name alone. */
const WRITTEN_TO: readonly (readonly [letter: string, sounded: RegExp])[] = [
  ['و', /^[wvuoåöü]/iu],
  ['ل', /^(?:[aeiou]?l|l)/iu],
  ['ب', /^[bpv]/iu],
  ['ا', /^[aeiouyéèêâîûäöüœæïı'’ʿʾ3h]/iu],
];

function hasWordWrittenToIt(arabic: string, latin: string): boolean {
  return WRITTEN_TO.some(([letter, sounded]) => arabic.startsWith(letter) && !sounded.test(latin));
}

function toAttested([arabic, latin, weight, tradition]: Attested): AttestedPair[] {
  const [a, l] = withoutArticle(arabic, latin);
  if (hasWordWrittenToIt(a, l)) return [];
  const pair = toPair(a, l, weight, 'hardly', weight < DOUBTFUL);
  return pair === null ? [] : [{ ...pair, tradition }];
}

/** Rare names, foreign ones and what was met once weigh less: what is suggested are names of Arabs. */
const FOREIGN = 0.3;
const ONCE = 0.4;

function googleRows(data: string): Attested[] {
  return readRows(data, 'google-ar2en/pairs.tsv')
    .filter(([, , part]) => part === 'train')
    .map(([arabic = '', latin = '', , hint]) => [arabic, latin, hint ? 1.5 : FOREIGN, 'english']);
}

function wikidataRows(data: string): Attested[] {
  return readRows(data, 'wikidata-names/pairs.tsv')
    .filter(([, , part]) => part === 'train')
    .map(([arabic = '', latin = '', , count, hint]) => {
      const trust = Number(count) < 2 ? ONCE : Math.min(3, 0.5 + Math.log2(Number(count)) / 2);
      return [arabic, latin, trust * (hint ? 2 : FOREIGN), null];
    });
}

const LANGUAGES: ReadonlyMap<string, SuggestedTradition> = new Map([
  ['english', 'english'],
  ['french', 'french'],
  ['turkish', 'turkish'],
]);

function classicalRows(data: string): Attested[] {
  return readRows(data, 'classical-names-by-language/pairs.tsv')
    .filter(([arabic = '']) => !isKeptBack(arabic))
    .map(([arabic = '', language = '', latin = '']) => [
      arabic,
      latin,
      1,
      LANGUAGES.get(language) ?? null,
    ]);
}

/** The set has no hamza: as another one writes the name, if one does. */
function spellingRows(data: string, others: readonly Attested[]): Attested[] {
  const written = new Map<string, Map<string, number>>();
  for (const [arabic, , weight] of others) {
    const ways = written.get(normalise(arabic)) ?? new Map<string, number>();
    written.set(normalise(arabic), ways.set(arabic, (ways.get(arabic) ?? 0) + weight));
  }
  const usual = (arabic: string) => {
    const ways = [...(written.get(normalise(arabic)) ?? [])];
    return ways.sort((a, b) => b[1] - a[1])[0]?.[0] ?? arabic;
  };
  return readRows(data, 'given-name-spellings/ar_variants.tsv')
    .filter(([arabic = '']) => !isKeptBack(arabic))
    .map(([arabic = '', , kind, latin = '']) => [
      usual(arabic),
      latin,
      kind === 'common' ? 3 : 1.5,
      'english',
    ]);
}

/** Share from which on the letters of a spelling are taken to say its tradition. */
const SURE = 0.6;

function traditionOf(latin: string): SuggestedTradition | null {
  const [likeliest] = traditionsOf(latin);
  if (likeliest === undefined || likeliest.share < SURE) return null;
  return SUGGESTED_TRADITIONS.find((each) => each === likeliest.tradition) ?? null;
}

/** Each later spelling of a name of ours counts a little less. */
function ownRows(): Attested[] {
  return readOwnNames().flatMap(({ arabic, spellings, weight }) =>
    [...new Set(spellings)].map((latin, place): Attested => [
      arabic,
      latin,
      weight / (1 + place / 4),
      traditionOf(latin),
    ]),
  );
}

/** Weight that a name has for each bearer in ten thousand. */
const PER_BEARER = 0.2;

/** Weights of usual names as far up as their bearers are many. */
function weighed(pairs: readonly AttestedPair[]): AttestedPair[] {
  const sums = new Map<string, number>();
  for (const { arabic, weight } of pairs) {
    sums.set(bareName(arabic), (sums.get(bareName(arabic)) ?? 0) + weight);
  }
  const factors = new Map<string, number>();
  for (const [name, bearers] of Object.entries(general.perTenThousand)) {
    const sum = sums.get(bareName(name)) ?? 0;
    if (sum > 0) factors.set(bareName(name), Math.max(1, (PER_BEARER * bearers) / sum));
  }
  return pairs.map((pair) => ({
    ...pair,
    weight: pair.weight * (factors.get(bareName(pair.arabic)) ?? 1),
  }));
}

/** All that suggestions learn from, in the letters of the sound model, each weighed by how usual it is. */
export function readAttestedPairs(data: string): AttestedPair[] {
  const own = ownRows();
  const rows = [...googleRows(data), ...wikidataRows(data), ...classicalRows(data)];
  const spellings = spellingRows(data, [...own, ...rows]);
  return weighed([...own, ...rows, ...spellings].flatMap(toAttested));
}
