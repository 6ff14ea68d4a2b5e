import { setImmediate } from 'node:timers/promises';
import { MatchIndex, type MatchIndexOptions } from '@athar/matching';
import type { EntryDocument, MatchableEntry } from '@athar/registry';
import { WHOLE_UP_TO } from '../matching/model.js';
import { entrySideOf, toLinkRecord, type EntrySide } from './link-record.js';

type Frequencies = MatchIndex['frequencies'];

/** A house that has only begun gives no reason to think that any pair is likely. */
const LEAST = 1024;

const otherSide = { photographs: 'documents', documents: 'photographs' } as const;

/** Entries indexed at one stroke: some thousandths of a second, in which nothing else has its turn. */
const STROKE = 10;

/**
 * Photographs and documents apart, so that each entry is searched among those of the other side. A side is
 * indexed when it is searched for the first time: in a house that has photographs alone that is never.
 */
export class EntrySides {
  private readonly indexes: Readonly<Record<EntrySide, MatchIndex>>;
  /** What was not indexed yet, by id. */
  private readonly waiting: Readonly<Record<EntrySide, Map<string, EntryDocument>>> = {
    photographs: new Map(),
    documents: new Map(),
  };
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
  async facing(entry: Pick<MatchableEntry, 'collection'>): Promise<MatchIndex | undefined> {
    const side = entrySideOf(entry.collection.kind);
    return side && this.indexed(otherSide[side]);
  }

  /** Takes in one page of changes. */
  apply(entries: readonly MatchableEntry[]): void {
    for (const { id, matchable, collection, document } of entries) {
      const before = this.sideOf.get(id);
      if (before !== undefined) {
        this.indexes[before].remove([id]);
        this.waiting[before].delete(id);
      }
      const side = matchable ? entrySideOf(collection.kind) : undefined;
      if (side === undefined) {
        this.sideOf.delete(id);
        continue;
      }
      this.sideOf.set(id, side);
      this.waiting[side].set(id, document);
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
    const most = Math.max(LEAST, this.sizeOf('photographs'), this.sizeOf('documents'));
    return 2 ** Math.ceil(Math.log2(most));
  }

  private sizeOf(side: EntrySide): number {
    return this.indexes[side].size + this.waiting[side].size;
  }

  private async indexed(side: EntrySide): Promise<MatchIndex> {
    const [index, waiting] = [this.indexes[side], this.waiting[side]];
    let done = 0;
    // What comes in during a pause is taken as well.
    for (const [id, document] of waiting) {
      waiting.delete(id);
      index.upsert([toLinkRecord(id, document)]);
      done += 1;
      if (done % STROKE === 0) await setImmediate();
    }
    return index;
  }
}
