import type { EntityManager } from 'typeorm';
import { LaterImportsFirst, type ImportScope, type RevisionRange } from '@athar/imports';
import { requireNoHold } from '../terms/keeper.js';
import { deleteSources } from './end-sources.js';
import { ImportChangedSince, ImportJudged } from './errors.js';
import { judgedEntries } from './judged-entries.js';
import { keepVersions } from './keep-versions.js';
import { rewriteEntries } from './rewrite-entries.js';
import {
  openSource,
  sourceColumns,
  sourcePlace,
  sourceVersionColumns,
  type SourceRow,
} from './source-row.js';
import { laterNaming, leaveToLater, stands } from './later-naming.js';
import { updateSources, type StoredSource } from './store-sources.js';

/**
 * Holds the import's collection and makes sure that it may be undone as a whole: nothing of it was
 * judged, nobody built on it.
 *
 * @throws UnderLegalHold, ImportJudged; LaterImportsFirst where imports changed it, ImportChangedSince
 * where hands did
 */
export async function requireUndoable(manager: EntityManager, scope: ImportScope): Promise<void> {
  await requireNoHold(manager, scope.collectionId ?? '');
  const later = await manager.query<{ id: string }[]>(laterImports, [scope.importId]);
  if (later.length > 0) throw new LaterImportsFirst(later.map(({ id }) => id));
  const [since] = await manager.query<{ count: number }[]>(changedSince, [scope.importId]);
  if (since !== undefined && since.count > 0) throw new ImportChangedSince(since.count);
  const entries = await manager.query<{ entry_id: string }[]>(
    'SELECT DISTINCT entry_id FROM entry_sources WHERE import_id = $1',
    [scope.importId],
  );
  const judged = await judgedEntries(
    manager,
    entries.map((entry) => entry.entry_id),
  );
  if (judged.size > 0) throw new ImportJudged();
}

/**
 * Sources that others wrote over, moved or took away, and entries that were read or corrected by hand
 * after the import had written them.
 */
const changedSince = `
  SELECT count(DISTINCT entry_id)::int AS count FROM (
    SELECT v.entry_id FROM entry_source_versions v LEFT JOIN entry_sources s ON s.id = v.source_id
      WHERE v.import_id = $1 AND v.ended <> 'undone' AND s.import_id IS DISTINCT FROM $1
    UNION ALL
    SELECT s.entry_id FROM entry_sources s JOIN entry_sources h ON h.entry_id = s.entry_id
      WHERE s.import_id = $1 AND h.kind IN ('hand', 'reading') AND h.written_at > s.written_at
        AND NOT EXISTS (${laterNaming('s')})
  ) changed`;

/** Imports that stand and wrote over sources of the import, the last and those between. */
const laterImports = `
  SELECT i.id FROM imports i
  WHERE ${stands} AND i.id <> $1 AND i.id IN (
    SELECT s.import_id FROM entry_source_versions v JOIN entry_sources s ON s.id = v.source_id
      WHERE v.import_id = $1 AND v.ended <> 'undone' AND s.import_id <> $1
    UNION ALL
    SELECT w.import_id FROM entry_source_versions v JOIN entry_source_versions w
        ON w.source_id = v.source_id AND w.version > v.version AND w.ended <> 'undone'
      JOIN entry_sources s ON s.id = v.source_id
      WHERE v.import_id = $1 AND v.ended <> 'undone' AND s.import_id <> $1)`;

/**
 * Takes back up to `size` of the sources that the import still has: those it added go, those it
 * changed say again what they said before. An entry that was judged meanwhile stays as it is, and so
 * does what a later import says as well: it is that one's from now on.
 */
export async function undoSources(
  manager: EntityManager,
  scope: ImportScope,
  size: number,
): Promise<{ undone: number; revisions?: RevisionRange }> {
  await requireNoHold(manager, scope.collectionId ?? '');
  const sources = await nextUnjudged(manager, scope.importId, size);
  if (sources.length === 0) return { undone: 0 };
  const before = await versionsBefore(manager, scope.importId, sources);
  await keepVersions(
    manager,
    sources.map(({ id }) => ({ sourceId: id, ended: 'undone' as const, by: scope.memberId })),
  );
  const added = sources.filter(({ id }) => !before.has(id));
  await deleteSources(
    manager,
    added.map(({ id }) => id),
  );
  const restored = sources.flatMap((source) => {
    const version = before.get(source.id);
    return version ? [toRestored(scope, source, version)] : [];
  });
  await updateSources(manager, restored);
  const touched = [...sources, ...before.values()].map((source) => source.entry_id);
  const revisions = await rewriteEntries(manager, scope.seal, [...new Set(touched)]);
  return { undone: sources.length, ...(revisions === null ? {} : { revisions }) };
}

async function nextUnjudged(
  manager: EntityManager,
  importId: string,
  size: number,
): Promise<SourceRow[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const sources = await manager.query<SourceRow[]>(
      `SELECT ${sourceColumns} FROM entry_sources s
       WHERE s.import_id = $1 AND s.id > $2 ORDER BY s.id LIMIT $3`,
      [importId, after, size],
    );
    const last = sources.at(-1);
    if (!last) return [];
    const left = await leaveToLater(
      manager,
      sources.map((source) => source.id),
    );
    const own = sources.filter((source) => !left.has(source.id));
    const judged = await judgedEntries(
      manager,
      own.map((source) => source.entry_id),
    );
    const free = own.filter((source) => !judged.has(source.entry_id));
    if (free.length > 0) return free;
    after = last.id;
  }
}

/**
 * What each source said before the import, by its id; none where the import added it, or only imports
 * that were undone said anything before.
 */
async function versionsBefore(
  manager: EntityManager,
  importId: string,
  sources: readonly SourceRow[],
): Promise<Map<string, SourceRow>> {
  const versions = await manager.query<SourceRow[]>(
    `SELECT DISTINCT ON (s.source_id) ${sourceVersionColumns} FROM entry_source_versions s
     WHERE s.source_id = ANY($2::uuid[]) AND s.import_id IS DISTINCT FROM $1 AND s.ended <> 'undone'
       AND NOT EXISTS (SELECT FROM imports i WHERE i.id = s.import_id AND i.state IN ('undoing', 'undone'))
     ORDER BY s.source_id, s.version DESC`,
    [importId, sources.map((source) => source.id)],
  );
  return new Map(versions.map((version) => [version.id, version]));
}

/** As it was, under a version of its own: no two versions of a source have one number. */
function toRestored({ seal }: ImportScope, present: SourceRow, before: SourceRow): StoredSource {
  const version = present.version + 1;
  return {
    ...{ id: before.id, entryId: before.entry_id, collectionId: before.collection_id },
    ...{ kind: before.kind, identity: before.identity, numberKey: before.number_key },
    ...{
      importId: before.import_id,
      namedIn: before.named_in,
      memberId: before.member_id,
      row: before.row_number,
    },
    ...{ version, content: before.content, writtenAt: before.written_text },
    record: seal.sealJson(sourcePlace(before.id, version), openSource(seal, before)),
  };
}
