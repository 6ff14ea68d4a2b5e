import type { Problem } from '@athar/diagnostics';
import { branchOf, fitsNumber } from '../sources/fits-number.js';
import { sameWindow } from '../sources/same-window.js';
import type { NumberHolder, NumberQuery, NumberedSource } from '../sources/source.js';
import { numberAmbiguous } from './number-problems.js';

/** A row as far as it tells whose it is. */
export interface PlacedRow extends NumberQuery {
  /** True where an id of its own tells it from other rows. */
  hasOwnId: boolean;
}

/** Another version of a source, another source of an entry, an entry of its own; or nobody knows. */
export type RowPlace =
  | { kind: 'source'; sourceId: string; entryId: string }
  | { kind: 'entry'; entryId: string }
  | { kind: 'new' }
  | { kind: 'ambiguous'; problem: Problem };

/**
 * Where a row belongs that no source of this identity was found for, by its number: numbers are given
 * again, so branch and days must fit too.
 *
 * @param holders who holds the number.
 * @param taken sources that other rows of the same file are the new version of.
 */
export function placeByNumber(
  row: PlacedRow,
  holders: readonly NumberHolder[],
  taken: (source: NumberedSource) => boolean,
  windowDays: number,
): RowPlace {
  const earlier = row.hasOwnId ? [] : earlierRows(row, holders, taken, windowDays);
  if (earlier.length > 1) return { kind: 'ambiguous', problem: numberAmbiguous(row, earlier) };
  const [again] = earlier;
  if (again) {
    return { kind: 'source', sourceId: again.sources[0].sourceId, entryId: again.entryId };
  }
  const photographed = likeliest(row, holders.filter(mayJoin(row)), windowDays);
  const [only, ...others] = photographed;
  if (!only) return { kind: 'new' };
  if (others.length === 0) return { kind: 'entry', entryId: only.entryId };
  // A row with an id is somebody in any case: it stays by itself.
  if (row.hasOwnId) return { kind: 'new' };
  return { kind: 'ambiguous', problem: numberAmbiguous(row, photographed) };
}

interface EarlierRow {
  entryId: string;
  sources: readonly [NumberedSource];
}

/** Rows of earlier files that this one may be a new version of: those with dates that fit go first. */
function earlierRows(
  row: PlacedRow,
  holders: readonly NumberHolder[],
  taken: (source: NumberedSource) => boolean,
  windowDays: number,
): EarlierRow[] {
  const rows = holders.flatMap(({ entryId, sources }) =>
    sources
      .filter((source) => source.kind === 'row' && !source.hasOwnId && !taken(source))
      .filter((source) => branchOf(source) === branchOf(row))
      .filter((source) => fitsNumber(source, row, windowDays))
      .map((source): EarlierRow => ({ entryId, sources: [source] })),
  );
  const dated = rows.filter(
    ({ sources: [source] }) => sameWindow(source.dates, row.dates ?? [], windowDays) === 'same',
  );
  return dated.length > 0 ? dated : rows;
}

/** One person has one id in a list: a second row with an id does not join. */
function mayJoin(row: PlacedRow): (holder: NumberHolder) => boolean {
  return ({ sources, fits }) =>
    fits &&
    sources.some((source) => source.kind === 'photographs') &&
    (!row.hasOwnId || !sources.some((source) => source.kind === 'row'));
}

/** Where days or branch are known and the same on both sides, the others are out of question. */
function likeliest(
  row: PlacedRow,
  holders: readonly NumberHolder[],
  windowDays: number,
): readonly NumberHolder[] {
  const near = holders.filter(({ sources }) =>
    sources.some((one) => sameWindow(one.dates, row.dates ?? [], windowDays) === 'same'),
  );
  const dated = near.length > 0 ? near : holders;
  const branch = branchOf(row);
  const there = dated.filter(({ sources }) => sources.some((one) => branchOf(one) === branch));
  return branch !== '' && there.length > 0 ? there : dated;
}
