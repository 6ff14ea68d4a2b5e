import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { canonicalJson } from '@athar/imports';
import type { Seal } from '@athar/persistence';
import { keepVersions } from './keep-versions.js';
import { lockCollections } from './lock-collections.js';
import { rewriteEntries } from './rewrite-entries.js';
import type { SourceWrite, SourcesWritten, WrittenSource } from './source.js';
import {
  contentPurpose,
  numberKeyOf,
  sourceColumns,
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
export async function writeSources(
  manager: EntityManager,
  seal: Seal,
  writes: readonly SourceWrite[],
): Promise<SourcesWritten> {
  await lockCollections(manager, writes);
  const prepared = writes.map((write) => prepare(seal, write));
  const known = await knownSources(manager, prepared);
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
  const revisions = await rewriteEntries(manager, seal, [...new Set(entries)]);
  const sources = planned.map(({ entryId, sourceId, outcome }) => ({ entryId, sourceId, outcome }));
  return { sources, revisions };
}

function of(planned: readonly Planned[], outcome: Planned['outcome']): Planned[] {
  return planned.filter((one) => one.outcome === outcome);
}

function prepare(seal: Seal, write: SourceWrite): Prepared {
  const { identity, collectionId, document } = write;
  return {
    write,
    identity:
      typeof identity === 'string' ? sourceIdentity(seal, collectionId, identity) : identity,
    content: seal.digest(contentPurpose, canonicalJson(document)),
  };
}

/** The sources that are there already, by their id where it is named, else by kind and identity. */
async function knownSources(manager: EntityManager, prepared: readonly Prepared[]) {
  const named = prepared.flatMap(({ write }) => write.sourceId ?? []);
  const rows = await manager.query<SourceRow[]>(
    `SELECT ${sourceColumns} FROM entry_sources s
       JOIN unnest($1::uuid[], $2::text[], $3::bytea[]) AS w (collection_id, kind, identity)
         USING (collection_id, kind, identity)
     UNION ALL SELECT ${sourceColumns} FROM entry_sources s WHERE s.id = ANY($4::uuid[])`,
    [
      prepared.map(({ write }) => write.collectionId),
      prepared.map(({ write }) => write.kind),
      prepared.map(({ identity }) => identity),
      named,
    ],
  );
  const byId = new Map(rows.map((row) => [row.id, row]));
  const byKey = new Map(rows.map((row) => [keyOf(row.collection_id, row), row]));
  return ({ write, identity }: Prepared) =>
    write.sourceId === undefined
      ? byKey.get(keyOf(write.collectionId, { kind: write.kind, identity }))
      : byId.get(write.sourceId);
}

function keyOf(collectionId: string, source: { kind: string; identity: Buffer }): string {
  return `${collectionId}/${source.kind}/${source.identity.toString('hex')}`;
}

function plan(prepared: Prepared, known: SourceRow | undefined): Planned {
  const { write, content } = prepared;
  if (known === undefined) {
    const ids = { entryId: write.entryId ?? randomUUID(), sourceId: randomUUID() };
    return { ...prepared, ...ids, known, outcome: 'added' };
  }
  const ids = { entryId: write.entryId ?? known.entry_id, sourceId: known.id };
  const same = known.content.equals(content) && ids.entryId === known.entry_id;
  return { ...prepared, ...ids, known, outcome: same ? 'unchanged' : 'changed' };
}

function endOf({ write, sourceId, entryId, known }: Planned) {
  const ended = known && known.entry_id !== entryId ? 'moved' : 'replaced';
  return { sourceId, ended, by: write.by.memberId } as const;
}

function toStored(seal: Seal, { write, identity, content, ...ids }: Planned): StoredSource {
  const version = (ids.known?.version ?? 0) + 1;
  const { document, reason, kind, collectionId, by } = write;
  return {
    ...{ id: ids.sourceId, entryId: ids.entryId, collectionId, kind, identity, content, version },
    numberKey: numberKeyOf(seal, kind, document),
    importId: by.importId ?? null,
    memberId: by.memberId,
    row: by.row ?? null,
    record: seal.sealJson(sourcePlace(ids.sourceId, version), { document, reason }),
    writtenAt: null,
  };
}
