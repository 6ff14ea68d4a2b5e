import type { EntityManager } from 'typeorm';
import type { ImportScope, StayedRows } from '@athar/imports';
import type { PlacedRow } from './source-rows.js';

type Scope = Pick<ImportScope, 'organisationId' | 'importId'>;

/**
 * SQL: the later imports that say of a report what its source `s` says, and stand. One that is being
 * applied or was given up half-way will not say it again either.
 */
export const laterNaming = `
  SELECT i.id FROM imports i WHERE i.organisation_id = s.organisation_id AND i.id = ANY(s.named_in)
    AND i.state IN ('applied', 'applying', 'failed')`;

/** Notes that the import says of reports what they were brought in with. */
export async function nameSources(
  manager: EntityManager,
  { organisationId, importId }: Scope,
  rows: readonly PlacedRow[],
): Promise<void> {
  const ids = rows.flatMap(({ source, content }) =>
    source?.content.equals(content) ? [source.report_id] : [],
  );
  if (ids.length === 0) return;
  await manager.query(
    `UPDATE report_sources SET named_in = named_in || $2::uuid
     WHERE organisation_id = $1 AND report_id = ANY($3::uuid[])
       AND import_id <> $2 AND $2 <> ALL(named_in)`,
    [organisationId, importId, ids],
  );
}

/**
 * Makes reports over to the first later import that says the same, before their own is undone. One that
 * another import had brought stays that one's.
 */
export async function leaveToLater(
  manager: EntityManager,
  { organisationId, importId }: Scope,
): Promise<void> {
  await manager.query(
    `UPDATE report_sources s SET import_id = later.id, named_in = array_remove(s.named_in, later.id) || s.import_id,
            added_in = CASE WHEN s.added_in = s.import_id THEN later.id ELSE s.added_in END
     FROM (SELECT s.report_id, (
             SELECT later.id FROM (${laterNaming}) later
             ORDER BY array_position(s.named_in, later.id) LIMIT 1) AS id
           FROM report_sources s WHERE s.organisation_id = $1 AND s.import_id = $2) later
     WHERE s.organisation_id = $1 AND s.report_id = later.report_id AND later.id IS NOT NULL`,
    [organisationId, importId],
  );
}

/** Of what an import that was undone has said: what is there still, by other imports or by people's work. */
export async function stayedOf(
  manager: EntityManager,
  { organisationId, importId }: Scope,
): Promise<StayedRows[]> {
  const rows = await manager.query<{ by: string | null; rows: number }[]>(
    `SELECT nullif(s.import_id, $2) AS by, count(*)::int AS rows FROM report_sources s
     WHERE s.organisation_id = $1 AND (s.import_id = $2 OR ($2 = ANY(s.named_in) AND EXISTS (
       SELECT FROM imports i WHERE i.organisation_id = $1 AND i.id = s.import_id
         AND i.state IN ('applied', 'applying', 'failed'))))
     GROUP BY 1 ORDER BY rows DESC, 1`,
    [organisationId, importId],
  );
  return rows.map(({ by, rows: count }) =>
    by === null
      ? { why: 'worked-with', rows: count }
      : { why: 'named-by-import', importId: by, rows: count },
  );
}
