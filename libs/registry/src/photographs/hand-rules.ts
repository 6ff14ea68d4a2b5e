import { EntryNotFound } from '../errors.js';
import type { PlacedPhotograph } from './entry-photographs.js';
import { PhotographsRefused } from './errors.js';

type Some = readonly [PlacedPhotograph, ...PlacedPhotograph[]];

/**
 * The photographs that are to leave an entry: some of its own, but not all.
 *
 * @throws EntryNotFound for an entry without photographs; PhotographsRefused
 */
export function requireSplittable(
  present: readonly PlacedPhotograph[],
  chosen: readonly string[],
): Some {
  const wanted = new Set(chosen);
  const leaving = present.filter(({ id }) => wanted.has(id));
  const [first, ...others] = leaving;
  if (present.length === 0) throw new EntryNotFound();
  if (!first || leaving.length !== wanted.size || leaving.length === present.length) {
    throw new PhotographsRefused({
      field: '/photographIds',
      code: 'not-some-of-them',
      expected: 'some photographs of this entry, but not all',
      fix: 'Choose those that are of another person.',
    });
  }
  return [first, ...others];
}

/** The photographs of an entry that has some. @throws EntryNotFound */
export function requireSome(present: readonly PlacedPhotograph[]): Some {
  const [first, ...others] = present;
  if (!first) throw new EntryNotFound();
  return [first, ...others];
}

/** The photographs of two entries of one collection. @throws EntryNotFound, PhotographsRefused */
export function requireMergeable(
  into: readonly PlacedPhotograph[],
  from: readonly PlacedPhotograph[],
): Some {
  const [first, ...others] = into;
  const [other] = from;
  if (!first || !other) throw new EntryNotFound();
  if (first.entry_id === other.entry_id || first.collection_id !== other.collection_id) {
    throw new PhotographsRefused({
      field: '/fromEntryId',
      code: 'not-another-entry',
      expected: 'another entry of the same collection',
      fix: 'Choose the entry whose photographs are of the same person.',
    });
  }
  return [first, ...others, ...from];
}
