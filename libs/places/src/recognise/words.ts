import { normalise } from '@athar/arabic-names';
import data from './words.json' with { type: 'json' };

const folded = (words: readonly string[]): ReadonlySet<string> => new Set(words.map(normalise));

export const cueLevels = [
  'governorate',
  'district',
  'subdistrict',
  'city',
  'village',
  'countryside',
] as const;
/** What a word beside a name says of it (محافظة حمص, Homs countryside). */
export type Cue = (typeof cueLevels)[number];

/** The article as a word of its own. */
export const ARTICLES = folded(data.articles);
/** Words inside names that are as often left out. */
export const LINKS = folded(data.links);
/** Words that are used for one another, each with the one that keys are made of. */
export const SYNONYMS: ReadonlyMap<string, string> = new Map(Object.entries(data.synonyms));
/** Words after or before which a name is that of a street, a hospital, a battle. */
export const THINGS = folded(data.things);
/** Words for a numbered branch. */
export const BRANCHES = folded(data.branches);
/** Words for a numbered hospital. */
export const HOSPITALS = folded(data.hospitals);
/** Words between such a word and its numbers. */
export const NUMBERING = folded(data.numbering);
/** Words beside a name that do not make it less the whole of what was said. */
export const STOPS = folded(data.stops);
/** Words after which a name is that of a person. */
export const PERSONAL = folded(data.personal);

const cues = new Map(
  cueLevels.flatMap((cue) => data.levels[cue].map((word): [string, Cue] => [normalise(word), cue])),
);

/** What the word, its article aside, says of the name beside it. */
export function cueOf(word: string): Cue | undefined {
  return cues.get(word) ?? cues.get(withoutArticle(word));
}

/** An Arabic word without its article; any other word as it is. */
export function withoutArticle(word: string): string {
  return word.startsWith('ال') && word.length > 4 ? word.slice(2) : word;
}

/** True of words that stand around names and are seldom one. */
export function standsAround(word: string): boolean {
  const sets = [STOPS, THINGS, BRANCHES, NUMBERING];
  return cueOf(word) !== undefined || sets.some((words) => words.has(word));
}
