/**
 * Makes src/suggestions/suggestions.json from the public data sets and the lists of names beside this file.
 * Usage, from the project's folder: npm run train:suggestions -- [data folder] [folder to write to]
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { LEAST_TILT, TILT_STEPS } from '../../src/suggestions/unit-ngrams.js';
import { SUGGESTED_TRADITIONS, type SuggestedTradition } from '../../src/suggestions/traditions.js';
import { trainUnits } from '../joint-sequence.js';
import type { TrainingPair } from '../pairs.js';
import { randomNumbers } from '../random.js';
import { inOtherTraditions } from '../traditions.js';
import { readAttestedPairs, type AttestedPair } from './attested.js';
import { cutWords } from './cut-words.js';
import { NgramModel, packNgrams } from './ngrams.js';
import { packBytes } from './pack-bytes.js';
import { withVowels } from './ruled-vowels.js';
import { tiltsOf, type CutWord } from './tilts.js';

const SEED = 11;
const EXPLAIN = { rounds: 6, discount: 0.3, judgeAfter: 3, mostBitsALetter: 3.4 };
const NGRAMS = {
  order: 5,
  discount: 0.85,
  least: 7e-6,
};
/** Units met in fewer words are left out, with the words that need them. */
const LEAST_WORDS = 5;
/** Pairs that weigh less are not written in other traditions: they are foreign or doubtful. */
const LEAST_RULED = 0.9;
/** Share of a pair's weight that each spelling made by rule has. */
const RULED = 0.1;
const FIRST_ROUNDS = 4;
/** Most that one word counts beside those of a tradition: usual names must not be all of it. */
const MOST_WEIGHT = 2;
const FILE = 'suggestions.json';

const SETS = [
  'google/transliteration @b2265a64 (Apache-2.0), train',
  'steveash/NETransliteration-COLING2018 @5d5f59e5 (data CC0), train',
  'seemorg/arabic-name-aliases @4836a703 (MIT), four names of five',
  'IsmailElbery/arabic-name-translit @81d9568d (MIT), four names of five',
  'common-names.tsv, suggestions/{names,shared-names,compounds}.tsv (our own)',
];

/** A word, and the traditions that it is met in. */
interface Labelled {
  readonly pair: TrainingPair;
  readonly traditions: readonly SuggestedTradition[];
  /** Made by rule. */
  readonly made: boolean;
}

/** Traditions of which there are rules only: their writers also use the spellings that others use. */
const BY_RULE = ['german', 'kurdish', 'swedish', 'chat'] as const;

/** A pair, and where it is of a usual name its spellings in other traditions. */
function label(
  pair: AttestedPair,
  shares: ReadonlyMap<string, number>,
  random: () => number,
): Labelled[] {
  const own: SuggestedTradition[] = pair.tradition === null ? [] : [pair.tradition];
  if (pair.weight < LEAST_RULED) return [{ pair, traditions: own, made: false }];
  const ruled = inOtherTraditions([pair], shares, random).map((each) => ({
    pair: { ...withVowels(each, shares), weight: pair.weight * RULED },
    traditions: [each.tradition],
    made: true,
  }));
  const isPlain = pair.tradition === null || pair.tradition === 'english';
  return [{ pair, traditions: isPlain ? [...own, ...BY_RULE] : own, made: false }, ...ruled];
}

/** The words that suggestions learn from. */
function readWords(data: string, random: () => number): Labelled[] {
  const attested = readAttestedPairs(data);
  const { shares, kept } = trainUnits(attested, { ...EXPLAIN, rounds: FIRST_ROUNDS });
  const explained = new Set(kept);
  return attested
    .filter((pair) => explained.has(pair))
    .flatMap((pair) => label(pair, shares, random));
}

/** Units in an order that never changes, that of the edge of a word first. */
function unitsOf(cuts: readonly (readonly string[])[]): string[] {
  const counts = new Map<string, number>();
  for (const unit of cuts.flat()) counts.set(unit, (counts.get(unit) ?? 0) + 1);
  const usual = [...counts].filter(([, count]) => count >= LEAST_WORDS).map(([unit]) => unit);
  return ['', ...usual.sort()];
}

interface LabelledWord extends CutWord, Pick<Labelled, 'traditions' | 'made'> {}

function numbered(
  words: readonly Labelled[],
  cuts: readonly (readonly string[])[],
  names: readonly string[],
): LabelledWord[] {
  const numbers = new Map(names.map((name, number) => [name, number]));
  return words.flatMap(({ pair, traditions, made }, at) => {
    const units = (cuts[at] ?? []).map((unit) => numbers.get(unit) ?? -1);
    if (units.length === 0 || units.includes(-1)) return [];
    return [{ units, weight: pair.weight, traditions, made }];
  });
}

/**
 * What a word made by rule counts beside the one that it was made of: in chats and in Kurdish the rule is usual,
 * in German and Swedish the spelling of the passport is as usual.
 */
const MADE: Readonly<Partial<Record<SuggestedTradition, number>>> = {
  german: 2,
  swedish: 2,
  kurdish: 6,
  chat: 6,
};

function wordsOf(words: readonly LabelledWord[], tradition: SuggestedTradition): CutWord[] {
  return words
    .filter(({ traditions }) => traditions.includes(tradition))
    .map(({ units, made }) => ({ units, weight: made ? (MADE[tradition] ?? 1) : 1 }));
}

/** Learns the model of suggestions and writes it into a folder. */
export function trainSuggestions(data: string, folder: string, say: (text: string) => void): void {
  const words = readWords(data, randomNumbers(SEED));
  const pairs = words.map(({ pair }) => pair);
  say(`${pairs.length} words with those made by rule`);
  const { shares } = trainUnits(pairs, EXPLAIN);
  const cuts = cutWords(pairs, shares);
  const names = unitsOf(cuts);
  const cut = numbered(words, cuts, names);
  const levels = new NgramModel(cut, names.length, NGRAMS).kept();
  const all = cut.map(({ units, weight }) => ({ units, weight: Math.min(MOST_WEIGHT, weight) }));
  const tilts = SUGGESTED_TRADITIONS.map((tradition) => {
    const tilt = tiltsOf(names, wordsOf(cut, tradition), all);
    return [tradition, packBytes(tilt, TILT_STEPS, LEAST_TILT)] as const;
  });
  const model = {
    about: {
      model:
        'N-grams of units of Arabic and Latin letters, and how much likelier each tradition writes a unit: natural logarithms',
      command: 'npm run train:suggestions',
      sets: SETS,
      words: cut.length,
    },
    units: names.join(' '),
    ngrams: packNgrams(levels, names.length),
    tilts: Object.fromEntries(tilts),
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, FILE), `${JSON.stringify(model, null, 2)}\n`);
  say(`${names.length} units, n-grams ${levels.map(({ length }) => length).join(' ')}`);
  say(`written: ${join(folder, FILE)}`);
}

const [, script = '', data = '../shared/data', folder = 'libs/arabic-names/src/suggestions'] =
  process.argv;
if (import.meta.url === pathToFileURL(script).href) {
  trainSuggestions(data, folder, (text) => process.stdout.write(`${text}\n`));
}
