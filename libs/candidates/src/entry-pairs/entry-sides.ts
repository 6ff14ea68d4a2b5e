import { MatchIndex, type MatchIndexOptions } from '@athar/matching';
import type { MatchableEntry } from '@athar/registry';
import { WHOLE_UP_TO } from '../matching/model.js';
import { entrySideOf, toLinkRecord, type EntrySide } from './link-record.js';

type Frequencies = MatchIndex['frequencies'];

/** A house that has only begun gives no reason to think that any pair is likely. */
const LEAST = 1024;

const otherSide = { photographs: 'documents', documents: 'photographs' } as const;

/** Photographs and documents apart, so that each entry is searched among those of the other side. */
export class EntrySides {
  private readonly indexes: Readonly<Record<EntrySide, MatchIndex>>;
  /** An index of nothing, for what can be paired with nothing (any more). */
  readonly nothing = MatchIndex.build([]);
  private readonly sideOf = new Map<string, EntrySide>();

  constructor() {
    const options: MatchIndexOptions = Object.defineProperty(
      { wholeUpTo: WHOLE_UP_TO },
      'reports',
      { get: () => this.longer },
    );
    this.indexes = {
      photographs: MatchIndex.build([], options),
      documents: MatchIndex.build([], options),
    };
  }

  /** What an entry of such a collection is searched in; undefined where it is paired with none. */
  facing(entry: Pick<MatchableEntry, 'collection'>): MatchIndex | undefined {
    const side = entrySideOf(entry.collection.kind);
    return side && this.indexes[otherSide[side]];
  }

  /** Takes in one page of changes. */
  apply(entries: readonly MatchableEntry[]): void {
    for (const entry of entries) {
      const before = this.sideOf.get(entry.id);
      const side = entry.matchable ? entrySideOf(entry.collection.kind) : undefined;
      if (before !== undefined && before !== side) this.indexes[before].remove([entry.id]);
      if (side === undefined) {
        this.sideOf.delete(entry.id);
        continue;
      }
      this.sideOf.set(entry.id, side);
      this.indexes[side].upsert([toLinkRecord(entry.id, entry.document)]);
    }
  }

  /** Weighs names as the whole registry does. */
  weighBy(frequencies: Frequencies): void {
    this.indexes.photographs.weighBy(frequencies);
    this.indexes.documents.weighBy(frequencies);
  }

  /**
   * The length of the longer side, which the prior follows, rounded up to a power of two: a pair weighs
   * the same from whichever side it is looked at, and does not drift with every entry.
   */
  private get longer(): number {
    const { photographs, documents } = this.indexes;
    const most = Math.max(LEAST, photographs.size, documents.size);
    return 2 ** Math.ceil(Math.log2(most));
  }
}
