import type { Holder } from './holders.js';
import type { Place } from './places.js';
import { WEIGHTS } from './weights.js';

/** By kind and value (`district SY0302`): the share of the records that have it, among those that know the kind. */
export type Shares = ReadonlyMap<string, number> | undefined;

export type SharedKind = keyof typeof WEIGHTS.usualShare;

/** Records for which what is usual stands, before any is counted. */
const USUAL_RECORDS = 60;
/** An agreement is worth at most so many bits more, and at least so many in all, however rare or common the value. */
const MOST_MORE = 2;
const LEAST = 0.3;

/** The bits of an agreement on a value that is rarer, or commoner, than those that the bits were learned of. */
export function rarer(
  bits: number,
  value: string | null,
  kind: SharedKind,
  shares: Shares,
): number {
  if (shares === undefined || bits <= 0) return bits;
  const share = shares.get(`${kind} ${value ?? ''}`) ?? shares.get(kind);
  if (share === undefined) return bits;
  const more = Math.log2(WEIGHTS.usualShare[kind] / share);
  return Math.max(Math.min(bits, LEAST), bits + Math.min(MOST_MORE, more));
}

/** The most that an agreement may be worth. */
export function mostOf(bits: number): number {
  return bits + MOST_MORE;
}

/** What of a record is counted. */
export interface Counted {
  readonly place: Place | null;
  readonly holders: readonly Holder[];
}

function valuesOf({ place, holders }: Counted): Record<SharedKind, readonly string[]> {
  const one = (value: string | null | undefined) => (value == null ? [] : [value]);
  return {
    governorate: one(place?.governorate),
    district: one(place?.district),
    place: one(place?.spot),
    holder: [...new Set(holders.map(({ id }) => id))],
  };
}

/** Counts how common homes and holders are among records. */
export class ShareCount {
  private readonly counts = new Map<string, number>();

  add(record: Counted): void {
    for (const [kind, values] of Object.entries(valuesOf(record))) {
      if (values.length > 0) this.raise(kind);
      for (const value of values) this.raise(`${kind} ${value}`);
    }
  }

  private raise(key: string): void {
    this.counts.set(key, (this.counts.get(key) ?? 0) + 1);
  }

  shares(): ReadonlyMap<string, number> {
    const shares = new Map<string, number>();
    for (const [kind, usual] of Object.entries(WEIGHTS.usualShare)) {
      const all = (this.counts.get(kind) ?? 0) + USUAL_RECORDS;
      shares.set(kind, (usual * USUAL_RECORDS) / all);
      for (const [key, count] of this.counts) {
        if (key.startsWith(`${kind} `)) shares.set(key, (count + usual * USUAL_RECORDS) / all);
      }
    }
    return shares;
  }
}
