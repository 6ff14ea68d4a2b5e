import { isDay, isEdtfDate } from '@athar/dates';
import type { Problem } from '@athar/diagnostics';
import type { CollectionChange, CollectionKind, CollectionView } from './collection.js';
import { InvalidCollection } from './errors.js';
import type { HeldReason } from './terms/held.js';

/** A collection as the database gives it. */
export interface CollectionRow {
  id: string;
  kind: CollectionKind;
  title: string;
  date_range: string | null;
  custodian: string;
  may_match: boolean;
  may_disclose: boolean;
  embargo_until: string | null;
  legal_hold: boolean;
  number_window_days: number;
  own: boolean;
  held_because: HeldReason | null;
  version: number;
  entries: string;
  created_at: Date;
  created_text: string;
  updated_at: Date;
}

export function toCollectionView(row: CollectionRow): CollectionView {
  return {
    id: row.id,
    kind: row.kind,
    title: row.title,
    dateRange: row.date_range,
    custodian: row.custodian,
    mayMatch: row.may_match,
    mayDisclose: row.may_disclose,
    embargoUntil: row.embargo_until,
    legalHold: row.legal_hold,
    numberWindowDays: row.number_window_days,
    own: row.own,
    heldBecause: row.held_because,
    version: row.version,
    entries: Number(row.entries),
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

/**
 * The photographs of one prisoner were taken on one day or a few; after how long a number is given
 * again is not known. Rather two entries for one person than one entry for two.
 */
export const defaultWindowDays = 7;

/** Bound values in the order title, date_range, custodian, may_match, may_disclose, embargo, hold, window. */
export function collectionValues(collection: CollectionChange): unknown[] {
  return [
    collection.title?.trim(),
    collection.dateRange ?? null,
    collection.custodian?.trim(),
    collection.mayMatch ?? true,
    collection.mayDisclose ?? false,
    collection.embargoUntil ?? null,
    collection.legalHold ?? false,
    collection.numberWindowDays ?? defaultWindowDays,
  ];
}

/** @throws InvalidCollection naming every field that cannot be kept. */
export function checkCollection(collection: CollectionChange): void {
  const { title, custodian, dateRange, embargoUntil, numberWindowDays = 0 } = collection;
  const problems: Problem[] = [];
  const refuse = (field: string, code: string, expected: string) =>
    problems.push({ field: `/${field}`, code, expected, fix: `Change ${field}.` });
  if (title !== undefined && !isLabel(title)) refuse('title', 'bad-length', labelLength);
  if (custodian !== undefined && !isLabel(custodian))
    refuse('custodian', 'bad-length', labelLength);
  if (dateRange != null && !isEdtfDate(dateRange)) {
    refuse('dateRange', 'bad-date', 'an EDTF date or interval such as 2011/2013');
  }
  if (embargoUntil != null && !isDay(embargoUntil)) {
    refuse('embargoUntil', 'bad-date', 'a day from 1900-01-01 to 9999-12-31, as 2030-01-31');
  }
  if (!Number.isInteger(numberWindowDays) || numberWindowDays < 0 || numberWindowDays > 366) {
    refuse('numberWindowDays', 'bad-number', 'a whole number of days from 0 to 366');
  }
  if (problems.length > 0) throw new InvalidCollection(problems);
}

const labelLength = '1 to 200 characters';

function isLabel(text: string): boolean {
  const length = text.trim().length;
  return length >= 1 && length <= 200;
}
