import data from './words.json' with { type: 'json' };
import { normalise } from './normalise.js';

const folded = (words: readonly string[]) => new Set(words.map(normalise));

/** Words between names that name nobody: son of, daughter of. */
export const SONS = folded(data.sons);
export const TITLES = folded(data.titles);
/** Words after which a by-name stands. */
export const ALIAS_MARKS = folded(data.aliasMarks);
/** Texts that say that there is no name. */
export const NO_NAMES = folded(data.noNames);
/** The article as a word of its own, sun letters included (as-, ash-, an-). */
export const ARTICLES = folded(data.articles);
/** Second halves of compounds that are one name with the word before (نور الدين). */
export const ARABIC_TAILS = folded(data.tails.arabic);
export const LATIN_TAILS = folded(data.tails.latin);
