import type { EntityManager } from 'typeorm';
import type { ChunkOutcome, StagedRow } from '@athar/imports';
import type { EntryDocument } from '../entry-document.js';
import { lockCollections } from '../sources/lock-collections.js';
import { nameSources } from '../sources/store-sources.js';
import { writeSources } from '../sources/write-sources.js';
import { placeRows, type RowScope } from './row-writes.js';

/**
 * Turns staged rows into sources of entries. The caller holds the import's row; the collection is held
 * here, so that two imports into one collection take turns by the chunk. A row that joins an entry
 * which was there before changes it: counts tell of entries.
 */
export async function applyChunk(
  manager: EntityManager,
  scope: RowScope,
  rows: readonly StagedRow<EntryDocument>[],
): Promise<ChunkOutcome> {
  await lockCollections(manager, [scope]);
  const { writes, unchanged, problems } = await placeRows(manager, scope, rows);
  const { sources, revisions } = await writeSources(
    manager,
    scope.seal,
    writes.map(({ write }) => write),
  );
  const same = [...unchanged, ...sources.filter(({ outcome }) => outcome === 'unchanged')];
  await nameSources(
    manager,
    scope.importId,
    same.map(({ sourceId }) => sourceId),
  );
  const joined = sources.filter(
    ({ outcome }, at) => outcome === 'added' && writes[at]?.write.entryId !== undefined,
  ).length;
  const count = (outcome: string) => sources.filter((one) => one.outcome === outcome).length;
  return {
    ...{
      added: count('added') - joined,
      changed: count('changed') + joined,
      unchanged: same.length,
    },
    problems,
    ...(revisions === null ? {} : { revisions }),
  };
}
