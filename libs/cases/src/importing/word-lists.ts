import { foldWord, wordListOf } from '@athar/imports';
import type { ConsentWay, Language, Purpose, Relationship } from '@athar/families';
import type { MissingPerson } from '../missing-person.js';
import type { StatementSource } from '../statement-source.js';
import words from './words.json' with { type: 'json' };

export const sexWords = wordListOf<NonNullable<MissingPerson['sex']>>(words.sex);
export const yesNoWords = wordListOf<'yes' | 'no'>(words.yesNo);
export const sourceWords = wordListOf<StatementSource>(words.source);
export const relationshipWords = wordListOf<Relationship>(words.relationship);
export const languageWords = wordListOf<Language>(words.language);
export const wayWords = wordListOf<ConsentWay>(words.way);
export const purposeWords = wordListOf<Purpose>(words.purpose);

const otherWords = new Set(words.other.map(foldWord));

/** True for the choice of a form that means something outside its list. */
export function isOther(text: string): boolean {
  return otherWords.has(foldWord(text));
}
