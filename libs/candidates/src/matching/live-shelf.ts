import { MatchIndex } from '@athar/matching';
import type { MatchableEntry } from '@athar/registry';
import { toEntryRecord } from './entry-record.js';
import type { Shelf } from './shelf.js';

/** Every matchable entry of the registry in memory, as far as its changes were read. */
export class LiveShelf implements Shelf {
  readonly index: MatchIndex;
  readonly materials = new Map<string, Buffer>();
  private through = 0n;

  /** @param caseload open reports, as the prior counts them. */
  constructor(readonly caseload: number) {
    this.index = MatchIndex.build([], { reports: caseload });
  }

  get revision(): bigint {
    return this.through;
  }

  /** Takes in one page of changes at one stroke, so that no search sees half of it. */
  apply(entries: readonly MatchableEntry[], through: bigint): void {
    const matchable = entries.filter((entry) => entry.matchable);
    const removed = entries.filter((entry) => !entry.matchable).map(({ id }) => id);
    this.index.remove(removed);
    for (const id of removed) this.materials.delete(id);
    this.index.upsert(matchable.map((entry) => toEntryRecord(entry.id, entry.document)));
    for (const { id, material } of matchable) this.materials.set(id, material);
    this.through = through;
  }
}
