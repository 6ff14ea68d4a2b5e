import type { EntityManager } from 'typeorm';
import { canonicalJson, type RevisionRange } from '@athar/imports';
import type { Seal } from '@athar/persistence';
import type { EntryDocument } from '../entry-document.js';
import { entryPlace } from '../entry-row.js';
import { addEntryNumbers, replaceEntryNumbers } from '../numbers/entry-numbers.js';
import { mergeSources, type MergeableSource } from './merge-sources.js';
import { contentPurpose, mergeable, sourceColumns, type SourceRow } from './source-row.js';
import { insertEntries, removeEntries, updateEntries, type StoredEntry } from './store-entries.js';

/** The one source of an entry that is not there yet. */
export interface FoundingSource {
  collectionId: string;
  source: MergeableSource;
}

interface PresentEntry {
  id: string;
  collection_id: string;
  content: Buffer;
  removed: boolean;
}

interface Rewriting {
  inserts: StoredEntry[];
  updates: StoredEntry[];
  removals: { id: string; collectionId: string }[];
}

/**
 * Merges entries anew from the sources that they have now: founds those that are not there yet, in
 * the order given, removes those of which no source is left. The caller holds their collections.
 * Revisions are drawn last: everybody's writing waits from there to commit.
 *
 * @param fresh entries that one source has founded just now, by their ids.
 */
export async function rewriteEntries(
  manager: EntityManager,
  seal: Seal,
  ids: readonly string[],
  fresh: ReadonlyMap<string, FoundingSource> = new Map(),
): Promise<RevisionRange | null> {
  const { inserts, updates, removals } = await whatToWrite(manager, seal, ids, fresh);
  const count = inserts.length + updates.length + removals.length;
  if (count === 0) return null;
  const rows = await manager.query<{ first: string }[]>(
    'SELECT next_registry_revisions($1) AS first',
    [count],
  );
  const first = BigInt(rows[0]?.first ?? 0);
  const changedFrom = first + BigInt(inserts.length);
  const removedFrom = changedFrom + BigInt(updates.length);
  await insertEntries(manager, inserts, first);
  await updateEntries(manager, updates, changedFrom);
  await removeEntries(manager, removals, removedFrom);
  await addEntryNumbers(manager, seal, inserts.map(numbered));
  await replaceEntryNumbers(manager, seal, [
    ...updates.map(numbered),
    ...removals.map(({ id, collectionId }) => ({ entryId: id, collectionId, numbers: [] })),
  ]);
  return { first, last: first + BigInt(count - 1) };
}

async function whatToWrite(
  manager: EntityManager,
  seal: Seal,
  ids: readonly string[],
  fresh: ReadonlyMap<string, FoundingSource>,
): Promise<Rewriting> {
  const others = ids.filter((id) => !fresh.has(id));
  const sources = await sourcesOf(manager, others);
  const present = await presentEntries(manager, others);
  const work: Rewriting = { inserts: [], updates: [], removals: [] };
  for (const id of ids) {
    const founding = fresh.get(id);
    if (founding) {
      const { document } = mergeSources([founding.source]);
      work.inserts.push(toStored(seal, id, founding.collectionId, document));
      continue;
    }
    const [entry, rows] = [present.get(id), sources.get(id)];
    const collectionId = entry?.collection_id ?? rows?.[0]?.collection_id;
    if (collectionId === undefined) continue;
    if (rows === undefined) {
      if (entry?.removed === false) work.removals.push({ id, collectionId });
      continue;
    }
    const { document } = mergeSources(rows.map((row) => mergeable(seal, row)));
    const stored = toStored(seal, id, collectionId, document);
    if (entry === undefined) work.inserts.push(stored);
    else if (entry.removed || !entry.content.equals(stored.content)) work.updates.push(stored);
  }
  return work;
}

function toStored(
  seal: Seal,
  id: string,
  collectionId: string,
  document: EntryDocument,
): StoredEntry {
  const text = canonicalJson(document);
  const content = seal.digest(contentPurpose, text);
  return { id, collectionId, content, document, record: seal.seal(entryPlace(id), text) };
}

async function sourcesOf(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, SourceRow[]>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.query<SourceRow[]>(
    `SELECT ${sourceColumns} FROM entry_sources s WHERE s.entry_id = ANY($1::uuid[])`,
    [ids],
  );
  const byEntry = new Map<string, SourceRow[]>();
  for (const row of rows) {
    const others = byEntry.get(row.entry_id);
    if (others) others.push(row);
    else byEntry.set(row.entry_id, [row]);
  }
  return byEntry;
}

async function presentEntries(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, PresentEntry>> {
  if (ids.length === 0) return new Map();
  const rows = await manager.query<PresentEntry[]>(
    `SELECT id, collection_id, content, removed_at IS NOT NULL AS removed FROM entries
     WHERE id = ANY($1::uuid[])`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, row]));
}

function numbered({ id, collectionId, document }: StoredEntry) {
  return { entryId: id, collectionId, numbers: document.numbers };
}
