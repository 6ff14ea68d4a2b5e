import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '@athar/imports';
import type { Seal } from '@athar/persistence';
import { keepVersions } from './keep-versions.js';
import { lockCollections } from './lock-collections.js';
import { readSources } from './read-sources.js';
import { rewriteEntries, type FoundingSource } from './rewrite-entries.js';
import type { SourceWrite, SourcesWritten, WrittenSource } from './source.js';
import {
  contentPurpose,
  numberKeyOf,
  sourceIdentity,
  sourcePlace,
  type SourceRow,
} from './source-row.js';
import { insertSources, updateSources, type StoredSource } from './store-sources.js';

interface Prepared {
  write: SourceWrite;
  identity: Buffer;
  content: Buffer;
}

interface Planned extends Prepared, WrittenSource {
  known: SourceRow | undefined;
}

/** See EntrySources.put. */
export async function putSources(
  manager: EntityManager,
  seal: Seal,
  writes: readonly SourceWrite[],
): Promise<SourcesWritten> {
  await lockCollections(manager, writes);
  const prepared = writes.map((write) => prepare(seal, write));
  const sourceIds = await knownSources(manager, prepared);
  const placed = writes.map((write, index) => ({ ...write, sourceId: sourceIds[index] }));
  return writeSources(manager, seal, placed);
}

/**
 * Writes sources of which it is known, while their collection is held, which are there already: those
 * that have a `sourceId`.
 */
export async function writeSources(
  manager: EntityManager,
  seal: Seal,
  writes: readonly SourceWrite[],
): Promise<SourcesWritten> {
  const prepared = writes.map((write) => prepare(seal, write));
  const known = await presentSources(manager, writes);
  const planned = prepared.map((one) => plan(one, known(one)));
  const [added, changed] = [of(planned, 'added'), of(planned, 'changed')];
  await keepVersions(manager, changed.map(endOf));
  await updateSources(
    manager,
    changed.map((one) => toStored(seal, one)),
  );
  await insertSources(
    manager,
    added.map((one) => toStored(seal, one)),
  );
  const touched = planned.filter((one) => one.outcome !== 'unchanged');
  const entries = touched.flatMap((one) => [one.entryId, one.known?.entry_id ?? one.entryId]);
  const fresh = new Map(added.filter(isFounding).map((one) => [one.entryId, toFounding(one)]));
  const revisions = await rewriteEntries(manager, seal, [...new Set(entries)], fresh);
  const sources = planned.map(({ entryId, sourceId, outcome }) => ({ entryId, sourceId, outcome }));
  return { sources, revisions };
}

function of(planned: readonly Planned[], outcome: Planned['outcome']): Planned[] {
  return planned.filter((one) => one.outcome === outcome);
}

function prepare(seal: Seal, write: SourceWrite): Prepared {
  const { identity, collectionId, document, content } = write;
  return {
    write,
    identity:
      typeof identity === 'string' ? sourceIdentity(seal, collectionId, identity) : identity,
    content: content ?? seal.digest(contentPurpose, canonicalJson(document)),
  };
}

/** By kind and identity, where no write names it: the ids of sources that are there already. */
async function knownSources(
  manager: EntityManager,
  prepared: readonly Prepared[],
): Promise<(string | undefined)[]> {
  const rows = await manager.query<{ at: number; id: string }[]>(
    `SELECT w.at, s.id FROM entry_sources s
       JOIN unnest($1::uuid[], $2::text[], $3::bytea[]) WITH ORDINALITY
         AS w (collection_id, kind, identity, at) USING (collection_id, kind, identity)`,
    [
      prepared.map(({ write }) => write.collectionId),
      prepared.map(({ write }) => write.kind),
      prepared.map(({ identity }) => identity),
    ],
  );
  const ids = new Map(rows.map((row) => [Number(row.at), row.id]));
  return prepared.map(({ write }, index) => write.sourceId ?? ids.get(index + 1));
}

async function presentSources(manager: EntityManager, writes: readonly SourceWrite[]) {
  const ids = writes.flatMap((write) => write.sourceId ?? []);
  const rows = ids.length === 0 ? [] : await readSources(manager, ids);
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ({ write }: Prepared) => byId.get(write.sourceId ?? '');
}

function plan(prepared: Prepared, known: SourceRow | undefined): Planned {
  const { write, content } = prepared;
  if (known === undefined) {
    const entryId = write.entryId ?? randomUUID();
    return { ...prepared, entryId, sourceId: randomUUID(), known, outcome: 'added' };
  }
  const ids = { entryId: write.entryId ?? known.entry_id, sourceId: known.id };
  const same = known.content.equals(content) && ids.entryId === known.entry_id;
  return { ...prepared, ...ids, known, outcome: same ? 'unchanged' : 'changed' };
}

/** True for a source whose entry is not there yet: no other source can be of it. */
function isFounding({ write }: Planned): boolean {
  return write.entryId === undefined;
}

function toFounding({ write, sourceId }: Planned): FoundingSource {
  const { collectionId, kind, document } = write;
  return { collectionId, source: { id: sourceId, kind, writtenAt: '', document } };
}

function endOf({ write, sourceId, entryId, known }: Planned) {
  const ended = known && known.entry_id !== entryId ? 'moved' : 'replaced';
  return { sourceId, ended, by: write.by.memberId } as const;
}

function toStored(seal: Seal, planned: Planned): StoredSource {
  const { write, sourceId, entryId, identity, content, known } = planned;
  const version = (known?.version ?? 0) + 1;
  const { document, reason, kind, collectionId, by } = write;
  return {
    id: sourceId,
    entryId,
    collectionId,
    kind,
    identity,
    content,
    version,
    numberKey: numberKeyOf(seal, kind, document),
    importId: by.importId ?? null,
    namedIn: [],
    memberId: by.memberId,
    row: by.row ?? null,
    record: seal.sealJson(sourcePlace(sourceId, version), { document, reason }),
    writtenAt: null,
  };
}
