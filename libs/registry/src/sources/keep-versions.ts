import type { EntityManager } from 'typeorm';
import type { EndOfVersion } from './source.js';

const kept = `entry_id, collection_id, kind, identity, number_key, import_id, named_in, member_id, row_number, version,
  content, record, sealed_as_entry, written_at, created_at`;

/** Keeps what sources say now as an earlier version, before they are changed or deleted. */
export async function keepVersions(
  manager: EntityManager,
  ends: readonly { sourceId: string; ended: EndOfVersion; by: string }[],
): Promise<void> {
  if (ends.length === 0) return;
  await manager.query(
    `INSERT INTO entry_source_versions (source_id, ${kept}, ended, ended_by)
     SELECT s.id, ${kept.replace(/\w+/g, (column) => `s.${column}`)}, x.ended, x.by
     FROM unnest($1::uuid[], $2::text[], $3::uuid[]) AS x (id, ended, by)
       JOIN entry_sources s ON s.id = x.id`,
    [ends.map((end) => end.sourceId), ends.map((end) => end.ended), ends.map((end) => end.by)],
  );
}
