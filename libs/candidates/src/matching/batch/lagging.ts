import type { EntityManager } from 'typeorm';
import { MODEL_VERSION } from '@athar/matching';
import { ofThisCode } from '../model.js';

/** Open reports that were not matched as they are now against all entries up to revision `$1`, by model `$2`. */
const lagging = `state = 'open' AND (matched_revision < match_revision
  OR matched_registry_revision < $1 OR NOT (${ofThisCode('$2')}))`;

/**
 * Reports that matching could not open within the last day, and that nobody has edited since. A key that
 * comes back is tried the next day, or with the next import.
 */
const unreadable = `coalesce(unreadable_at > greatest(updated_at, now() - interval '1 day'), false)`;

/** Reports between two ids: behind the one (null: from the first), up to and with the other (null: all). */
export interface ReportRange {
  afterReportId: string | null;
  throughReportId: string | null;
}

/** Divides the reports that lag behind a revision of the registry into ranges of about `size`. */
export async function planRanges(
  manager: EntityManager,
  revision: bigint,
  size: number,
): Promise<(ReportRange & { reports: number })[]> {
  const rows = await manager.query<{ id: string; reports: number }[]>(
    `SELECT id, least($3::int, total - n + 1)::int AS reports
     FROM (SELECT id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS total
           FROM reports WHERE ${lagging}) l
     WHERE n % $3::int = 1 OR $3::int = 1 ORDER BY id`,
    [revision.toString(), MODEL_VERSION, size],
  );
  // Each range ends where the next begins, so that no report lies between two.
  return rows.map(({ reports }, at) => ({
    afterReportId: at === 0 ? null : (rows[at]?.id ?? null),
    throughReportId: rows[at + 1]?.id ?? null,
    reports,
  }));
}

/** Ids of the reports of a range that lag behind a revision of the registry. */
export async function laggingOf(
  manager: EntityManager,
  revision: bigint,
  { afterReportId, throughReportId }: ReportRange,
): Promise<string[]> {
  const rows = await manager.query<{ id: string }[]>(
    `SELECT id FROM reports WHERE ${lagging} AND ($3::uuid IS NULL OR id > $3)
       AND ($4::uuid IS NULL OR id <= $4) ORDER BY id`,
    [revision.toString(), MODEL_VERSION, afterReportId, throughReportId],
  );
  return rows.map(({ id }) => id);
}

/** How many reports lag that can be opened, as far as is known, and up to which revision those of them have seen the registry that need the least. */
export async function countLagging(
  manager: EntityManager,
  revision: bigint,
): Promise<{ reports: number; from: bigint }> {
  const [row] = await manager.query<{ reports: number; seen: string }[]>(
    `SELECT count(*)::int AS reports, coalesce(min(matched_registry_revision)
       FILTER (WHERE matched_revision > 0 AND ${ofThisCode('$2')}), 0) AS seen
     FROM reports WHERE ${lagging} AND NOT ${unreadable}`,
    [revision.toString(), MODEL_VERSION],
  );
  const from = BigInt(row?.seen ?? 0);
  return { reports: row?.reports ?? 0, from: from < revision ? from : 0n };
}
