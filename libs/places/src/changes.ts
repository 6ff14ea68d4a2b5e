import type { Holder, Place } from './gazetteer.js';

/** Fields that may be left out or be undefined, which is the same. */
type Given<R> = { [K in keyof R]?: R[K] | undefined };

/** A place that a steward adds. What is left out is empty; the source is then the stewards. */
export type NewPlace = Pick<Place, 'code' | 'level' | 'nameAr' | 'nameEn' | 'parent'> &
  Given<Pick<Place, 'spellings' | 'weak' | 'source'>>;

/** What may be changed of a place; what is left out stays. */
export type PlaceChange = Given<Omit<Place, 'code' | 'level'>>;

/** A holder that a steward adds. What is left out is empty; the source is then the stewards. */
export type NewHolder = Pick<Holder, 'code' | 'kind' | 'nameAr' | 'nameEn'> &
  Given<Pick<Holder, 'parent' | 'number' | 'place' | 'spellings' | 'weak' | 'source'>>;

/** What may be changed of a holder; what is left out stays. */
export type HolderChange = Given<Omit<Holder, 'code'>>;

/** Source of what stewards add without naming one. */
export const STEWARDS = 'stewards';

/** `change` without what is undefined. */
export function givenOf<R extends object>(
  change: R,
): { [K in keyof R]?: Exclude<R[K], undefined> } {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as { [K in keyof R]?: Exclude<R[K], undefined> };
}
