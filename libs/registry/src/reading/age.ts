import { foldDigits, foldWord } from '@athar/imports';
import type { AgeSeen } from '../entry-document.js';
import { ageUnitWords } from './word-list.js';

const shape = /^(\d{1,3}(?:[.,]\d{1,2})?)\s*([\p{L}\p{M}]*)$/u;

/** An age as `34`, `٣٤`, `3 days` or `٣ أيام`; undefined where the text is no age of a person. */
export function parseAge(text: string): AgeSeen | undefined {
  const match = shape.exec(foldDigits(text).trim());
  if (!match) return undefined;
  const value = Number(match[1]?.replace(',', '.'));
  const unit = match[2] ? ageUnitWords.get(foldWord(match[2])) : 'years';
  if (unit === undefined || value > (unit === 'years' ? 120 : 999)) return undefined;
  return { value, unit };
}

/** How sure a reader is, as `0.8` or `80 %`: 0 to 1, or undefined where it is neither. */
export function parseConfidence(text: string): number | undefined {
  const match = /^(\d{1,3}(?:[.,]\d{1,4})?)\s*([%٪]?)$/.exec(foldDigits(text).trim());
  if (!match) return undefined;
  const number = Number(match[1]?.replace(',', '.'));
  const value = match[2] ? number / 100 : number;
  return value <= 1 ? value : undefined;
}
