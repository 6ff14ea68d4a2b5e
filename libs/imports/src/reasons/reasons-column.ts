import { foldWord } from '../columns/fold.js';

/** Languages that people are told in what is wrong with a row. */
export const reasonLanguages = ['ar', 'en'] as const;
export type ReasonLanguage = (typeof reasonLanguages)[number];

/** The column that a file of bad rows has more than the file they came from. */
export const reasonsHeader: Readonly<Record<ReasonLanguage, string>> = {
  ar: 'سبب رفض الصف',
  en: 'Why the row was refused',
};

const folded = new Set(Object.values(reasonsHeader).map(foldWord));

/** True for the column of reasons: a mended file is brought in again with it, and it says nothing. */
export function isReasonsHeader(header: string): boolean {
  return folded.has(foldWord(header));
}
