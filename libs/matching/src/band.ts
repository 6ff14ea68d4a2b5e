import type { ParsedName } from '@athar/arabic-names';
import { probabilityOf } from './evidence.js';

export const BANDS = ['weak', 'fair', 'strong'] as const;
export type Band = (typeof BANDS)[number];

/** Version of everything that makes a score: stored beside it, so that scores are never mixed. */
export const MODEL_VERSION = 'persons-12/names-12';

/** Suggested floor: pairs less probable than this are not put before reviewers. */
export const FLOOR = 0.05;

const FAIR = 0.3;
const STRONG = 0.9;

/**
 * The band that a reviewer sees instead of a number. An entry with fewer than two name parts can
 * never look strong, whatever else agrees.
 * @param centibits posterior log2-odds in hundredths of a bit
 * @param entryName the entry's name as parsed, or how many parts it has
 */
export function band(centibits: number, entryName: ParsedName | number): Band {
  const parts = typeof entryName === 'number' ? entryName : countParts(entryName);
  const probability = probabilityOf(centibits);
  if (probability < FAIR) return 'weak';
  return probability >= STRONG && parts >= 2 ? 'strong' : 'fair';
}

function countParts({ tokens }: ParsedName): number {
  return tokens.filter((token) => !token.roles.every((role) => role === 'kunya')).length;
}
