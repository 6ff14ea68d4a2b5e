import { foldWord } from '@athar/imports';
import type {
  AgeSeen,
  EntryCategory,
  EntryDocument,
  EntryState,
  NumberPlace,
} from '../entry-document.js';
import words from './words.json' with { type: 'json' };

/** A closed list: folded word to what it means. */
export type WordList<Meaning> = ReadonlyMap<string, Meaning>;

function listOf<Meaning extends string>(table: Record<string, string>): WordList<Meaning> {
  return new Map(
    Object.entries(table).map(([word, meaning]) => [foldWord(word), meaning as Meaning]),
  );
}

export const sexWords = listOf<NonNullable<EntryDocument['sex']>>(words.sex);
export const categoryWords = listOf<EntryCategory>(words.category);
export const stateWords = listOf<EntryState>(words.state);
export const numberPlaceWords = listOf<NumberPlace>(words.numberPlace);
export const ageUnitWords = listOf<AgeSeen['unit']>(words.ageUnit);
const noNameWords = new Set(words.noName.map(foldWord));

/** True for what stands in a name's place where no name is known. */
export function isNoName(text: string): boolean {
  return noNameWords.has(foldWord(text));
}
