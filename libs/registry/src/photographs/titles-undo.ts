import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { ImportScope, ImportUndo, RevisionRange, StayedRows } from '@athar/imports';
import { ImportChangedSince, ImportJudged } from '../sources/errors.js';
import { EntrySources } from '../sources/index.js';
import { judgedEntries } from '../sources/judged-entries.js';
import { laterNaming, stands, stayedOf, toLater } from '../sources/later-naming.js';
import { requireNoHold } from '../terms/keeper.js';
import { groupsWithSources } from './group-row.js';
import { regroup } from './regroup.js';
import { readSettings } from './settings-rows.js';
import { entriesWorkedWith, workedWith } from './worked-with.js';

interface UndoneRow {
  id: string;
  number_key: Buffer;
  group_id: string | null;
  entry_id: string | null;
  earlier: number | null;
  worked_with: boolean;
}

/**
 * Takes back what a manifest brought: photographs that it added go, those that it changed say again what
 * they did; what a later one named as well stays. So a corrected list takes the place of an earlier one
 * where it is brought in first and the earlier one undone then.
 */
@Injectable()
export class TitlesUndo implements ImportUndo {
  constructor(private readonly sources: EntrySources) {}

  /** @throws UnderLegalHold, ImportJudged, ImportChangedSince */
  async requirePossible(manager: EntityManager, scope: ImportScope): Promise<void> {
    await requireNoHold(manager, scope.collectionId ?? '');
    const judged = await manager.query<unknown[]>(
      `SELECT 1 FROM entries_judged(ARRAY(
         SELECT DISTINCT s.entry_id FROM photographs p
           JOIN photograph_groups g ON g.id = p.group_id
           JOIN entry_sources s ON s.collection_id = g.collection_id AND s.kind = 'photographs'
             AND s.identity = g.identity
         WHERE p.import_id = $1)) LIMIT 1`,
      [scope.importId],
    );
    if (judged.length > 0) throw new ImportJudged();
    const changed = await entriesWorkedWith(manager, scope.importId);
    if (changed > 0) throw new ImportChangedSince(changed);
  }

  /** An entry that was judged, read or corrected meanwhile keeps its photographs. @throws UnderLegalHold */
  async undoChunk(
    manager: EntityManager,
    scope: ImportScope,
    size: number,
  ): Promise<{ undone: number; revisions?: RevisionRange }> {
    const settings = await readSettings(manager, scope.seal, scope.collectionId ?? '', true);
    await requireNoHold(manager, scope.collectionId ?? '');
    await leaveToOthers(manager, scope.importId);
    const rows = await nextUntouched(manager, scope.importId, size);
    if (rows.length === 0) return { undone: 0 };
    const restored = await restore(manager, rows);
    await remove(
      manager,
      rows.filter((row) => row.earlier === null),
    );
    const { memberId, importId, seal } = scope;
    const grouping = { manager, seal, sources: this.sources, settings, by: { memberId, importId } };
    const numberKeys = [...rows.map((row) => row.number_key), ...restored];
    const groupIds = rows.flatMap((row) => row.group_id ?? []);
    const revisions = await regroup(grouping, { numberKeys, groupIds });
    return { undone: rows.length, ...(revisions ? { revisions } : {}) };
  }

  stayed(manager: EntityManager, scope: ImportScope): Promise<StayedRows[]> {
    return stayedOf(manager, 'photographs', scope);
  }
}

/** What a later manifest names as well is that one's from now on, and stays. */
async function leaveToOthers(manager: EntityManager, importId: string): Promise<void> {
  await manager.query(
    `UPDATE photographs p SET ${toLater('p')}
     WHERE p.import_id = $1 AND EXISTS (${laterNaming('p')})`,
    [importId],
  );
}

async function nextUntouched(
  manager: EntityManager,
  importId: string,
  size: number,
): Promise<UndoneRow[]> {
  let after = '00000000-0000-0000-0000-000000000000';
  for (;;) {
    const rows = await photographsOf(manager, importId, after, size);
    const last = rows.at(-1);
    if (!last) return [];
    const entryIds = new Set(rows.flatMap((row) => row.entry_id ?? []));
    const judged = await judgedEntries(manager, [...entryIds]);
    const free = rows.filter((row) => !row.worked_with && !judged.has(row.entry_id ?? ''));
    if (free.length > 0) return free;
    after = last.id;
  }
}

function photographsOf(
  manager: EntityManager,
  importId: string,
  after: string,
  size: number,
): Promise<UndoneRow[]> {
  return manager.query<UndoneRow[]>(
    `SELECT p.id, p.number_key, p.group_id, s.entry_id,
            (SELECT max(v.version) FROM photograph_versions v
             WHERE v.photograph_id = p.id AND EXISTS (${saidEarlier})) AS earlier,
            ${workedWith} AS worked_with
     FROM photographs p LEFT JOIN (${groupsWithSources}) ON g.id = p.group_id
     WHERE p.import_id = $1 AND p.id > $2 ORDER BY p.id LIMIT $3`,
    [importId, after, size],
  );
}

/** SQL: imports that stand and said what the version `v` of a photograph says. */
const saidEarlier = `
  SELECT i.id FROM imports i WHERE i.id = ANY(v.import_id || v.named_in) AND ${stands}`;

/** @returns number keys that the photographs have again. */
async function restore(manager: EntityManager, rows: readonly UndoneRow[]): Promise<Buffer[]> {
  const changed = rows.filter((row) => row.earlier !== null);
  if (changed.length === 0) return [];
  const which = [changed.map((row) => row.id), changed.map((row) => row.earlier)];
  const [back] = await manager.query<[{ number_key: Buffer }[], number]>(
    `UPDATE photographs p SET number_key = v.number_key, day_key = v.day_key, content = v.content,
            record = v.record, version = v.version, (import_id, named_in) = (
              SELECT said.id, array_remove(v.import_id || v.named_in, said.id) FROM (${saidEarlier}) said
              ORDER BY array_position(v.import_id || v.named_in, said.id) LIMIT 1)
     FROM photograph_versions v JOIN unnest($1::uuid[], $2::int[]) AS n (id, version)
       ON v.photograph_id = n.id AND v.version = n.version
     WHERE p.id = n.id RETURNING p.number_key`,
    which,
  );
  await manager.query(
    `DELETE FROM photograph_versions v USING unnest($1::uuid[], $2::int[]) AS n (id, version)
     WHERE v.photograph_id = n.id AND v.version >= n.version`,
    which,
  );
  return back.map((row) => row.number_key);
}

async function remove(manager: EntityManager, rows: readonly UndoneRow[]): Promise<void> {
  await manager.query('DELETE FROM photographs WHERE id = ANY($1::uuid[])', [
    rows.map((row) => row.id),
  ]);
}
