import {
  normalise,
  suggestArabic,
  suggestLatin,
  type SuggestedTradition,
} from '@athar/arabic-names';
import { isKeptBack } from '../../../libs/arabic-names/training/pairs.js';
import {
  bareName,
  readOwnNames,
} from '../../../libs/arabic-names/training/suggestions/own-names.js';
import { arabise } from './peers/arabise.js';
import { romanise } from './peers/romanise.js';
import type { ListedName, PublicSets, Row } from './rows.js';
import { shuffled } from './seeded.js';

/** Names that were not learned, with their attested spellings. */
export interface SuggestionSet {
  readonly name: string;
  readonly tradition: SuggestedTradition | undefined;
  readonly rows: readonly Pair[];
}

type Pair = Pick<Row, 'arabic' | 'latin'>;

/** A way to suggest, best first. */
export interface Suggester {
  readonly name: string;
  arabic(latin: string): readonly string[];
  latin(arabic: string, tradition: SuggestedTradition | undefined): readonly string[];
}

const MOST = 10;

export const ourSuggester: Suggester = {
  name: 'arabic-names',
  arabic: (latin) => suggestArabic(latin, { limit: MOST }).map(({ spelling }) => spelling),
  latin: (arabic, tradition) =>
    suggestLatin(
      arabic,
      tradition === undefined ? { limit: MOST } : { limit: MOST, tradition },
    ).map(({ spelling }) => spelling),
};

export const letterByLetter: Suggester = {
  name: 'letter by letter',
  arabic: (latin) => [arabise(latin)],
  latin: (arabic) => [romanise(arabic)],
};

/** Shares in [0, 1] of the names asked whose attested spelling is among the first. */
export interface SuggestionFigures {
  readonly asked: number;
  readonly first: number;
  readonly five: number;
  readonly ten: number;
}

/** Wikidata's development names that were met at least twice and that its other rows do not teach. */
function unseen({ wikidata }: PublicSets): Row[] {
  const seen = new Set(wikidata.filter(({ part }) => part !== 'dev').map(({ arabic }) => arabic));
  return wikidata.filter(
    (row) => row.part === 'dev' && row.count >= 2 && row.arabicOrigin && !seen.has(row.arabic),
  );
}

/** Whole names of the public list: the chief Latin one of each person and the original. */
function listedPairs(listed: readonly ListedName[]): Pair[] {
  const chief = new Map(
    listed.filter(({ kind }) => kind === 'primary').map(({ person, name }) => [person, name]),
  );
  return listed
    .filter(({ kind }) => kind === 'original_script')
    .map(({ person, name }) => ({ arabic: name, latin: chief.get(person) ?? '' }))
    .filter(({ latin }) => latin !== '');
}

/** The sets, without the names that are in the lists that suggestions learn from. */
export function suggestionSets(sets: PublicSets): SuggestionSet[] {
  const own = new Set(readOwnNames().map(({ arabic }) => bareName(arabic)));
  const kept = (rows: readonly Row[]) => rows.filter(({ arabic }) => isKeptBack(arabic));
  const all: SuggestionSet[] = [
    {
      name: 'google-ar2en eval',
      tradition: undefined,
      rows: sets.google.filter(({ part }) => part === 'eval'),
    },
    { name: 'wikidata dev, Arabic origin', tradition: undefined, rows: unseen(sets) },
    { name: 'classical, english', tradition: 'english', rows: kept(sets.english) },
    { name: 'classical, french', tradition: 'french', rows: kept(sets.french) },
    { name: 'classical, turkish', tradition: 'turkish', rows: kept(sets.turkish) },
    { name: 'UN list, whole names', tradition: undefined, rows: listedPairs(sets.listed) },
  ];
  return all.map((set) => ({
    ...set,
    rows: set.rows.filter(({ arabic }) => !own.has(bareName(arabic))),
  }));
}

/** Arabic writing as far as suggestions tell it apart: without article, hamza and spaces. */
function foldArabic(text: string): string {
  return normalise(text)
    .split(' ')
    .map((word) => word.replace(/^ال(?=..)/u, ''))
    .join('');
}

/** Latin writing as far as people see a difference: small letters, no hyphens, accents of é and the like dropped. */
function foldLatin(text: string): string {
  const plain = text.normalize('NFD').replaceAll(/[\u0300\u0301\u0302\u0304]/gu, '');
  return plain
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s'’-]/gu, '');
}

function ask(
  asked: ReadonlyMap<string, ReadonlySet<string>>,
  most: number,
  suggest: (text: string) => readonly string[],
): SuggestionFigures {
  const sample = shuffled([...asked], SEED).slice(0, most);
  const places = sample.map(([text, wanted]) =>
    suggest(text).findIndex((each) => wanted.has(each)),
  );
  const within = (count: number) =>
    places.filter((place) => place >= 0 && place < count).length / Math.max(1, places.length);
  return { asked: places.length, first: within(1), five: within(5), ten: within(MOST) };
}

const SEED = 17;

function grouped(
  pairs: readonly (readonly [from: string, to: string])[],
): Map<string, Set<string>> {
  const found = new Map<string, Set<string>>();
  for (const [from, to] of pairs) found.set(from, (found.get(from) ?? new Set()).add(to));
  return found;
}

/** How often the Arabic name of a Latin spelling is suggested: letter by letter as attested, and folded. */
export function measureArabic(
  { rows }: SuggestionSet,
  { arabic }: Suggester,
  most: number,
): { exact: SuggestionFigures; folded: SuggestionFigures } {
  const exact = grouped(rows.map((row) => [row.latin.toLowerCase(), row.arabic]));
  const folded = grouped(rows.map((row) => [row.latin.toLowerCase(), foldArabic(row.arabic)]));
  return {
    exact: ask(exact, most, arabic),
    folded: ask(folded, most, (latin) => arabic(latin).map(foldArabic)),
  };
}

/** How often an attested Latin spelling of an Arabic name is suggested. */
export function measureLatin(
  { rows, tradition }: SuggestionSet,
  { latin }: Suggester,
  most: number,
): SuggestionFigures {
  const asked = grouped(rows.map((row) => [row.arabic, foldLatin(row.latin)]));
  return ask(asked, most, (arabic) => latin(arabic, tradition).map(foldLatin));
}
