import { MatchIndex } from '@athar/matching';
import type { MatchableEntry } from '@athar/registry';
import { toEntryRecord } from './entry-record.js';
import { WHOLE_UP_TO, modelOf } from './model.js';
import { EntrySides } from '../entry-pairs/entry-sides.js';
import type { Shelf } from './shelf.js';

/** Of fewer entries the general list of names says more than they do. */
const LEAST_COUNTED = 64;

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
  private through = 0n;

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

  get revision(): bigint {
    return this.through;
  }

  get model(): string {
    return modelOf(this.counted.size);
  }

  /**
   * Takes in changes at one stroke.
   *
   * @param entries in the order of their revisions.
   * @param more further strokes follow soon: names are counted with the last of them.
   */
  apply(entries: readonly MatchableEntry[], through: bigint, more = false): void {
    const matchable = entries.filter((entry) => entry.matchable);
    this.index.remove(entries.filter((entry) => !entry.matchable).map(({ id }) => id));
    this.index.upsert(matchable.map((entry) => toEntryRecord(entry.id, entry.document)));
    if (this.pairsEntries) this.sides.apply(entries);
    for (const { id } of entries) this.materials.delete(id);
    for (const { id, material } of matchable) this.materials.set(id, material);
    this.through = through;
    this.stale ||= entries.some(({ id }) => this.counted.has(id));
    if (more) return;
    const outgrown = countedOf(this.index.size) !== this.counted.size;
    if (outgrown || this.stale) this.countNames();
  }

  private countNames(): void {
    const ids = [...this.materials.keys()].slice(0, countedOf(this.index.size));
    this.counted = new Set(ids);
    this.stale = false;
    const frequencies = this.index.frequenciesOf(ids, this.model);
    this.index.weighBy(frequencies);
    this.sides.weighBy(frequencies);
  }
}
