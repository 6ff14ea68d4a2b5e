import data from './words.json' with { type: 'json' };
import { normalise } from './normalise.js';

const folded = (words: readonly string[]) => new Set(words.map(normalise));

/** Words between names that name nobody: son of, daughter of. */
export const SONS = folded(data.sons);
/** Words before a name that are no part of it. */
export const TITLES = folded(data.titles);
/** Those of them that stand inside a name too, and are no family's name there. */
export const HONORIFICS = folded(data.honorifics);
/** Titles that families are named by too: الحاج علي is Ali the pilgrim, or a family. */
export const HONORIFIC_HEADS = {
  hajj: folded(data.honorificHeads.hajj),
  sheikh: folded(data.honorificHeads.sheikh),
} as const;
/** Words after which the name of another person stands: wife of, widow of. */
export const OTHER_PERSONS = folded(data.otherPersons);
/** Words after which a paper says something else of its holder: his mother, his birth. */
export const OTHER_FACTS = folded(data.otherFacts);
/** Words before a number that say what it is: the year of birth, the age. */
export const FACTS_BEFORE_NUMBERS = folded(data.factsBeforeNumbers);
/** Words that stand between such a word and the number. */
export const BEFORE_YEARS = folded(data.beforeYears);
/** Places that are written beside a name: governorates and towns of Syria. */
export const PLACES = folded(data.places);
/** Words after which a wife's own family stands. */
export const BORN_AS = folded(data.bornAs);
/** Words after which a by-name stands. */
export const ALIAS_MARKS = folded(data.aliasMarks);
/** Texts that say that there is no name. */
export const NO_NAMES = folded(data.noNames);
/** The article as a word of its own, sun letters included (as-, ash-, an-). */
export const ARTICLES = folded(data.articles);
/** Second halves of compounds that are one name with the word before (نور الدين). */
export const ARABIC_TAILS = folded(data.tails.arabic);
export const LATIN_TAILS = folded(data.tails.latin);
/** Those that are a second half only where an article stands before them (Nur ul-Huda). */
export const TAILS_AFTER_ARTICLE = folded(data.tails.afterArticle);
/** Turkish "son of" after a name, in both scripts. */
export const SONS_AFTER = folded(data.sonsAfter);
/** Second halves of عبد that are written to it without an article too. */
export const SERVANTS = folded(data.servants.split(' '));
/** Common given names: a word that begins with one may be two words. */
export const GIVEN_NAMES = folded(data.given.split(' '));
function abbreviations(lists: Readonly<Record<string, readonly string[]>>): Map<string, string> {
  return new Map(
    Object.entries(lists).flatMap(([name, shorts]) =>
      shorts.map((short): [string, string] => [normalise(short), name]),
    ),
  );
}

/** Names written short or in another way, and what for. */
export const ABBREVIATIONS = abbreviations(data.abbreviations);
/** The same where another name follows: they are other words too. */
export const ABBREVIATIONS_BEFORE_NAMES = abbreviations(data.abbreviationsBeforeNames);
