import { wordListOf } from '@athar/imports';
import type {
  AgeSeen,
  EntryCategory,
  EntryDocument,
  EntryState,
  NumberPlace,
} from '../entry-document.js';
import words from './words.json' with { type: 'json' };

export const sexWords = wordListOf<NonNullable<EntryDocument['sex']>>(words.sex);
export const categoryWords = wordListOf<EntryCategory>(words.category);
export const stateWords = wordListOf<EntryState>(words.state);
export const numberPlaceWords = wordListOf<NumberPlace>(words.numberPlace);
export const ageUnitWords = wordListOf<AgeSeen['unit']>(words.ageUnit);
