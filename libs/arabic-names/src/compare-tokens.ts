import { parseName } from './parse.js';
import { skeletonOf } from './skeleton.js';
import type { NameToken } from './types.js';

/** Levenshtein distance of two short strings. */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

/** Similarity in [0, 1] of two tokens as parsed, whatever their scripts. Symmetric. */
export function tokenSimilarity(a: NameToken, b: NameToken): number {
  if (a.folded === b.folded) return 1;
  const left = skeletonOf({ ...a, head: null });
  const right = skeletonOf({ ...b, head: null });
  return 1 - distance(left, right) / Math.max(1, left.length, right.length);
}

/** Similarity in [0, 1] of two words, whatever their scripts; 0 where either names nobody. */
export function compareTokens(a: string, b: string): number {
  const left = parseName(a).tokens[0];
  const right = parseName(b).tokens[0];
  return left === undefined || right === undefined ? 0 : tokenSimilarity(left, right);
}
