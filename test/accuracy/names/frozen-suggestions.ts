import { readFileSync, writeFileSync } from 'node:fs';
import { measureArabic, measureLatin, ourSuggester, type SuggestionSet } from './suggestions.js';

/** What was reached when it was last written down, from the project's folder. */
const FILE = 'test/accuracy/suggestions.frozen.json';
/** Names a set: few enough for every run of the tests. The same ones each time. */
const FROZEN_QUERIES = 100;

/** Shares in [0, 1] by what was asked. */
export type FrozenSuggestions = Readonly<Record<string, Readonly<Record<string, number>>>>;

const round = (value: number) => Math.round(value * 1e4) / 1e4;

/** What is reached on the sample of one set. */
export function sampleSuggestions(set: SuggestionSet): Readonly<Record<string, number>> {
  const { folded } = measureArabic(set, ourSuggester, FROZEN_QUERIES);
  const latin = measureLatin(set, ourSuggester, FROZEN_QUERIES);
  return {
    arabicFirst: round(folded.first),
    arabicInFive: round(folded.five),
    latinFirst: round(latin.first),
    latinInFive: round(latin.five),
    latinInTen: round(latin.ten),
  };
}

export function readFrozenSuggestions(): FrozenSuggestions {
  return JSON.parse(readFileSync(FILE, 'utf8')) as FrozenSuggestions;
}

export function freezeSuggestions(sets: readonly SuggestionSet[]): void {
  const figures = Object.fromEntries(sets.map((set) => [set.name, sampleSuggestions(set)]));
  writeFileSync(FILE, `${JSON.stringify(figures, null, 2)}\n`);
}
