import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { RevisionRange } from '@athar/imports';
import type { Seal } from '@athar/persistence';
import { EntryNotFound } from '../errors.js';
import { requireNoHold } from '../terms/keeper.js';
import { SourceNotFound } from './errors.js';
import { keepVersions } from './keep-versions.js';
import { lockCollections } from './lock-collections.js';
import { readSources } from './read-sources.js';
import { rewriteEntries } from './rewrite-entries.js';
import { openSource, sourcePlace, type SourceRow } from './source-row.js';
import type { SourceAuthor, SourceMove, SourcesRemoved, SourcesWritten } from './source.js';
import { updateSources, type StoredSource } from './store-sources.js';

/** See EntrySources.remove. */
export async function removeSources(
  manager: EntityManager,
  seal: Seal,
  sourceIds: readonly string[],
  by: SourceAuthor,
): Promise<SourcesRemoved> {
  const sources = await lockedSources(manager, sourceIds);
  for (const id of new Set(sources.map((source) => source.collection_id))) {
    await requireNoHold(manager, id);
  }
  await keepVersions(
    manager,
    sources.map(({ id }) => endedBy(by, id, 'removed')),
  );
  await deleteSources(manager, sourceIds);
  return { revisions: await rewriteEntries(manager, seal, entriesOf(sources)) };
}

/** Takes sources out of the present; the caller has kept their last version. */
export async function deleteSources(
  manager: EntityManager,
  sourceIds: readonly string[],
): Promise<void> {
  await manager.query('DELETE FROM entry_sources WHERE id = ANY($1::uuid[])', [sourceIds]);
}

/** See EntrySources.move. */
export async function moveSources(
  manager: EntityManager,
  seal: Seal,
  moves: readonly SourceMove[],
  by: SourceAuthor,
): Promise<SourcesWritten> {
  const sources = await lockedSources(
    manager,
    moves.map((move) => move.sourceId),
  );
  const byId = new Map(sources.map((source) => [source.id, source]));
  const planned = moves.map(({ sourceId, entryId = randomUUID() }) => {
    const source = byId.get(sourceId);
    if (!source) throw new SourceNotFound();
    return { source, entryId, moved: source.entry_id !== entryId };
  });
  await requireWithinCollections(manager, moves, byId);
  const moved = planned.filter((one) => one.moved);
  await keepVersions(
    manager,
    moved.map(({ source }) => endedBy(by, source.id, 'moved')),
  );
  await updateSources(
    manager,
    moved.map(({ source, entryId }) => toMoved(seal, source, entryId, by)),
  );
  const touched = moved.flatMap(({ source, entryId }) => [entryId, source.entry_id]);
  const revisions: RevisionRange | null = await rewriteEntries(manager, seal, [
    ...new Set(touched),
  ]);
  return {
    sources: planned.map(({ source, entryId, moved: changed }) => ({
      ...{ entryId, sourceId: source.id, outcome: changed ? 'changed' : 'unchanged' },
    })),
    revisions,
  };
}

/** Holds the collections of sources, then reads them as they are. @throws SourceNotFound */
async function lockedSources(
  manager: EntityManager,
  sourceIds: readonly string[],
): Promise<SourceRow[]> {
  const found = await readSources(manager, sourceIds);
  await lockCollections(
    manager,
    found.map((source) => ({ collectionId: source.collection_id })),
  );
  const sources = await readSources(manager, sourceIds);
  if (sources.length < new Set(sourceIds).size) throw new SourceNotFound();
  return sources;
}

async function requireWithinCollections(
  manager: EntityManager,
  moves: readonly SourceMove[],
  byId: ReadonlyMap<string, SourceRow>,
): Promise<void> {
  const named = moves.filter((move) => move.entryId !== undefined);
  const entries = await manager.query<{ id: string; collection_id: string }[]>(
    'SELECT id, collection_id FROM entries WHERE id = ANY($1::uuid[])',
    [named.map((move) => move.entryId)],
  );
  const collections = new Map(entries.map((entry) => [entry.id, entry.collection_id]));
  const within = named.every(
    ({ sourceId, entryId = '' }) => collections.get(entryId) === byId.get(sourceId)?.collection_id,
  );
  if (!within) throw new EntryNotFound();
}

/** What a person moved is no longer the import's alone: undoing the import must not move it back. */
function toMoved(seal: Seal, source: SourceRow, entryId: string, by: SourceAuthor): StoredSource {
  const version = source.version + 1;
  return {
    ...{ id: source.id, entryId, collectionId: source.collection_id, kind: source.kind, version },
    ...{ identity: source.identity, numberKey: source.number_key, content: source.content },
    ...{
      importId: by.importId ?? null,
      namedIn: [],
      memberId: by.memberId,
      row: source.row_number,
    },
    record: seal.sealJson(sourcePlace(source.id, version), openSource(seal, source)),
    writtenAt: source.written_text,
  };
}

function endedBy(by: SourceAuthor, sourceId: string, ended: 'removed' | 'moved') {
  return { sourceId, ended, by: by.memberId };
}

function entriesOf(sources: readonly SourceRow[]): string[] {
  return [...new Set(sources.map((source) => source.entry_id))];
}
