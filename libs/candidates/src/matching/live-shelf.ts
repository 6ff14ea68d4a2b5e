import { setImmediate } from 'node:timers/promises';
import { MatchIndex, SnapshotCount } from '@athar/matching';
import type { MatchableEntry } from '@athar/registry';
import { EntrySides } from '../entry-pairs/entry-sides.js';
import { toEntryRecord } from './entry-record.js';
import { WHOLE_UP_TO, modelOf } from './model.js';
import type { Shelf } from './shelf.js';

/** Of fewer entries the general list of names says more than they do. */
const LEAST_COUNTED = 64;
/** Entries counted at one stroke: about a thousandth of a second, in which nothing else has its turn. */
const STROKE = 10;

/** How many of so many entries have their names counted: the greatest power of two that there are. */
function countedOf(entries: number): number {
  return entries < LEAST_COUNTED ? 0 : 2 ** Math.floor(Math.log2(entries));
}

/**
 * Every matchable entry of the registry in memory, as far as its changes were read.
 *
 * How much the agreement of a name is worth follows from how often it occurs in the first 2^n entries
 * in the order of their revisions, 2^n being the greatest power of two that there are. New entries
 * come last, so scores do not drift as they arrive; whenever their number has doubled, the names are
 * counted anew, the model's version says so, and reports are matched anew, which the doubling bounds.
 * What is counted follows from the registry as it stands at a revision and from nothing else: every
 * process, whenever it was started, counts the same. An edit takes its entry out of those counted and
 * lets the next one in. That is too little to match all reports anew for, so the version stays.
 */
export class LiveShelf implements Shelf {
  readonly index: MatchIndex;
  /** In the order of the entries' revisions. */
  readonly materials = new Map<string, Buffer>();
  /** The same entries, photographs and documents apart. */
  readonly sides = new EntrySides();
  private counted: ReadonlySet<string> = new Set();
  /** A counted entry changed since the names were counted. */
  private stale = false;
  private read = 0n;
  private settled = 0n;

  /**
   * @param caseload open reports, as the prior counts them.
   * @param pairsEntries false where nobody looks for pairs of entries: they are not kept by sides.
   */
  constructor(
    readonly caseload: number,
    private readonly pairsEntries = true,
  ) {
    this.index = MatchIndex.build([], { reports: caseload, wholeUpTo: WHOLE_UP_TO });
  }

  /** All changes up to here were taken in, and the names counted that they call for. */
  get revision(): bigint {
    return this.settled;
  }

  /** All changes up to here were taken in: this or newer than {@link revision}. */
  get readThrough(): bigint {
    return this.read;
  }

  /** An entry whose names are counted changed since, so that {@link settle} counts all anew. */
  get editedSinceCounted(): boolean {
    return this.stale;
  }

  get model(): string {
    return modelOf(this.counted.size);
  }

  /**
   * Takes in changes at one stroke; {@link settle} comes behind the last of them.
   *
   * @param entries in the order of their revisions.
   */
  apply(entries: readonly MatchableEntry[], through: bigint): void {
    const matchable = entries.filter((entry) => entry.matchable);
    this.index.remove(entries.filter((entry) => !entry.matchable).map(({ id }) => id));
    this.index.upsert(matchable.map((entry) => toEntryRecord(entry.id, entry.document)));
    if (this.pairsEntries) this.sides.apply(entries);
    for (const { id } of entries) this.materials.delete(id);
    for (const { id, material } of matchable) this.materials.set(id, material);
    this.read = through;
    this.stale ||= entries.some(({ id }) => this.counted.has(id));
  }

  /** Counts names anew where the changes taken in call for it. Nothing may be taken in until that is done. */
  async settle(): Promise<void> {
    const outgrown = countedOf(this.index.size) !== this.counted.size;
    if (outgrown || this.stale) await this.countNames();
    this.settled = this.read;
  }

  private async countNames(): Promise<void> {
    const ids = [...this.materials.keys()].slice(0, countedOf(this.index.size));
    const count = new SnapshotCount();
    for (const [at, id] of ids.entries()) {
      if (at % STROKE === 0) await setImmediate();
      const record = this.index.given(id);
      if (record) count.add(record);
    }
    this.counted = new Set(ids);
    this.stale = false;
    const frequencies = count.frequencies(this.model);
    this.index.weighBy(frequencies);
    this.sides.weighBy(frequencies);
  }
}
