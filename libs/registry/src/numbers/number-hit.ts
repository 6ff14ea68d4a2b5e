import type { Seal } from '@athar/persistence';
import type { NumberPlace } from '../entry-document.js';
import { openDocument } from '../entry-row.js';
import type { EntrySource } from '../entry-view.js';
import { blindToFirstReading } from '../readings/awaited.js';
import type { FoundRow, SoughtKeys } from './find-by-keys.js';
import { foldNumber } from './folded-number.js';
import { numberKey } from './number-keys.js';
import type { DigitConfusion } from './one-confusion.js';

/** An entry that carries the number asked for, or one that may be meant by it. */
export interface NumberHit {
  entryId: string;
  collection: EntrySource;
  /** The number as the entry has it. */
  number: string;
  readOn: NumberPlace;
  branch: string | null;
  photoDates: string[];
  /**
   * same: the number asked for; other_letter: its digits, with another letter or none; confused: one
   * digit was taken for another, as `confusion` tells.
   */
  likeness: NumberLikeness;
  confusion: DigitConfusion | null;
}

export const numberLikenesses = ['same', 'other_letter', 'confused'] as const;
export type NumberLikeness = (typeof numberLikenesses)[number];

/** Opens what was found. Numbers restart, so that branch and dates are shown beside it. */
export function hitOf(seal: Seal, row: FoundRow, sought: SoughtKeys): NumberHit {
  const document = blindToFirstReading(openDocument(seal, row), row.awaits_reading);
  const confusion = sought.confused.get(row.number_key.toString('hex')) ?? null;
  const likeness = likenessOf(row, sought);
  return {
    entryId: row.id,
    collection: { id: row.collection_id, title: row.collection_title, kind: row.collection_kind },
    number: document.numbers.find(({ value }) => isUnder(seal, value, row.number_key))?.value ?? '',
    readOn: row.read_on,
    branch: document.branch ?? null,
    photoDates: document.photoDates ?? [],
    likeness,
    confusion: likeness === 'confused' ? confusion : null,
  };
}

function likenessOf(row: FoundRow, sought: SoughtKeys): NumberLikeness {
  if (row.number_key.equals(sought.exact)) return 'same';
  return row.digits_key.equals(sought.digits) ? 'other_letter' : 'confused';
}

function isUnder(seal: Seal, value: string, key: Buffer): boolean {
  const number = foldNumber(value);
  return number !== null && numberKey(seal, number).equals(key);
}
