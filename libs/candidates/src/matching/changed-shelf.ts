import { MatchIndex } from '@athar/matching';
import type { MatchableEntry, Registry } from '@athar/registry';
import { priorOfWhole } from './caseload.js';
import { toEntryRecord } from './entry-record.js';
import type { LiveShelf } from './live-shelf.js';
import type { Shelf } from './shelf.js';

const PAGE = 2000;

/** Only the entries that changed between two revisions. */
export interface ChangedShelf extends Shelf {
  /** What was changed at this revision or before is not in it. */
  readonly from: bigint;
  /** Every entry that changed, also those that may not be matched any more. */
  readonly changed: ReadonlySet<string>;
}

/**
 * Reads the entries of the revisions `from` (exclusive) to `to` (inclusive). Entries that changed
 * again after `to` stand at their later revision and are left to the job of that later change.
 *
 * @param whole the whole registry: its size says how likely a pair is, its names how rare a name is.
 */
export async function readChangedShelf(
  registry: Registry,
  from: bigint,
  to: bigint,
  whole: LiveShelf,
): Promise<ChangedShelf> {
  const entries = await readChanges(registry, from, to);
  const matchable = entries.filter((entry) => entry.matchable);
  const { frequencies } = whole.index;
  return {
    from,
    revision: to,
    model: whole.model,
    changed: new Set(entries.map(({ id }) => id)),
    materials: new Map(matchable.map(({ id, material }) => [id, material])),
    index: MatchIndex.build(
      matchable.map((entry) => toEntryRecord(entry.id, entry.document)),
      { ...priorOfWhole(matchable.length, whole.index.size, whole.caseload), frequencies },
    ),
  };
}

async function readChanges(
  registry: Registry,
  from: bigint,
  to: bigint,
): Promise<MatchableEntry[]> {
  const all: MatchableEntry[] = [];
  for (let after = from; after < to;) {
    const { entries, through } = await registry.changes(after, PAGE);
    all.push(...entries.filter(({ revision }) => revision <= to));
    if (entries.length < PAGE) break;
    after = through;
  }
  return all;
}
