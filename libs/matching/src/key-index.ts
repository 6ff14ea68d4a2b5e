import { nameKeys } from '@athar/arabic-names';
import type { PreparedRecord } from './prepare.js';

/** Candidates that are scored in full; the rarest keys fill it first. */
const MOST_CANDIDATES = 3000;

function keysOf(record: PreparedRecord): Set<string> {
  const names = [...record.names, ...record.knownAs].flatMap((name) => nameKeys(name.original));
  const numbers = record.numbers.map((number) => `#${number.blurred}`);
  const marks = Array.from(record.markWords, (word) => `m:${word}`);
  return new Set([...names, ...numbers, ...marks]);
}

/** Postings from error-tolerant keys of names, numbers and marks to ids of records. */
export class KeyIndex {
  private readonly postings = new Map<string, Set<string>>();

  add(record: PreparedRecord): void {
    for (const key of keysOf(record)) {
      const ids = this.postings.get(key) ?? new Set();
      this.postings.set(key, ids.add(record.id));
    }
  }

  remove(record: PreparedRecord): void {
    for (const key of keysOf(record)) {
      const ids = this.postings.get(key);
      ids?.delete(record.id);
      if (ids?.size === 0) this.postings.delete(key);
    }
  }

  /** Ids that share keys with a record, those that share the rarest and the most keys first. */
  candidates(query: PreparedRecord, exclude?: ReadonlySet<string>): string[] {
    const weights = new Map<string, number>();
    for (const key of keysOf(query)) {
      const ids = this.postings.get(key) ?? [];
      const weight = 1 / (1 + Math.log2(1 + ('size' in ids ? ids.size : 0)));
      for (const id of ids) {
        if (exclude?.has(id) !== true) weights.set(id, (weights.get(id) ?? 0) + weight);
      }
    }
    const ranked = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
    return ranked.slice(0, MOST_CANDIDATES).map(([id]) => id);
  }
}
