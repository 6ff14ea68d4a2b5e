import type { SourceDocument } from '../sources/index.js';
import type { AssignedGroup } from './assign-groups.js';
import { imageOf } from './photograph-row.js';

/**
 * What a group of photographs says of a person: numbers as titled, branch and hospital, dates, opaque
 * references. Neither titles nor who took the photographs.
 */
export function groupDocument({ photographs }: Pick<AssignedGroup, 'photographs'>): SourceDocument {
  const numbers = distinct(photographs.map(({ number, suffix }) => number + (suffix ?? '')));
  const branch = mostCommon(photographs.flatMap((photograph) => photograph.branch ?? []));
  const hospital = mostCommon(photographs.flatMap((photograph) => photograph.hospital ?? []));
  const photoDates = distinct(photographs.flatMap((photograph) => photograph.date ?? []));
  return {
    numbers: numbers.map((value) => ({ value, readOn: 'title' })),
    ...(branch === undefined ? {} : { branch }),
    ...(hospital === undefined ? {} : { hospital }),
    ...(photoDates.length === 0 ? {} : { photoDates }),
    images: photographs.map(({ id }) => imageOf(id)),
  };
}

function distinct(values: readonly string[]): string[] {
  return [...new Set(values)].sort();
}

/** The value that occurs most; of several the first in order, so that the same is chosen again. */
function mostCommon(values: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0];
}
