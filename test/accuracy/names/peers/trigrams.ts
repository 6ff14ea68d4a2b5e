import { bySimilarity } from '../method.js';
import { romanise } from './romanise.js';

/**
 * The set of trigrams that PostgreSQL's pg_trgm makes: each word with two spaces before and one
 * behind it. Sorted numbers, so that two sets are met in one walk.
 */
function trigramsOf(text: string): number[] {
  const found = new Set<number>();
  for (const word of romanise(text).split(' ').filter(Boolean)) {
    const padded = `  ${word} `;
    for (let at = 0; at + 3 <= padded.length; at += 1) {
      const code = (place: number) => padded.charCodeAt(at + place);
      found.add(code(0) * 65536 + code(1) * 256 + code(2));
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** Shared trigrams by all trigrams, as pg_trgm's `similarity` has it. */
function overlap(a: readonly number[], b: readonly number[]): number {
  let [left, right, shared] = [0, 0, 0];
  while (left < a.length && right < b.length) {
    const difference = (a[left] ?? 0) - (b[right] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) left += 1;
    if (difference >= 0) right += 1;
  }
  const all = a.length + b.length - shared;
  return all === 0 ? 0 : shared / all;
}

/** What `similarity(a, b)` of pg_trgm gives. */
export const trigrams = bySimilarity('trigrams (pg_trgm)', trigramsOf, overlap);
