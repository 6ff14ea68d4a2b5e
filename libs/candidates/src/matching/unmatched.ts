import type { EntityManager } from 'typeorm';
import { MODEL_VERSION } from '@athar/matching';
import { ofThisCode } from './model.js';

/** An open report whose matching is unfinished. */
export interface UnmatchedReport {
  id: string;
  organisationId: string;
  matchRevision: number;
  matchedRevision: number;
  matchedRegistryRevision: bigint;
  /** Only its comparison with other reports is unfinished. */
  compareOnly: boolean;
}

export interface UnmatchedFilter {
  /** Reports matched against less than this, or by another code, are unfinished; undefined: both are left aside. */
  registryRevision: bigint | undefined;
  /** Leaves reports alone that were edited within so many seconds: their own job is on its way. */
  graceSeconds: number;
  limit: number;
  /** Goes on behind this one; undefined: from the first. */
  after: UnmatchedReport | undefined;
}

interface Row {
  id: string;
  organisation_id: string;
  match_revision: number;
  matched_revision: number;
  matched_registry_revision: string;
  compare_only: boolean;
}

/** Reports that are to be matched with the registry; `$2` is this code, `$3` the registry's revision or null. */
const behind = `(matched_revision < match_revision OR coalesce(matched_registry_revision < $3, false)
  OR ($3::bigint IS NOT NULL AND NOT (${ofThisCode('$2')})))`;

/** Reports whose matching is unfinished: edited ones first, then those that wait longest. */
export async function findUnmatched(
  manager: EntityManager,
  filter: UnmatchedFilter,
): Promise<UnmatchedReport[]> {
  const { after, registryRevision } = filter;
  const rows = await manager.query<Row[]>(
    `SELECT id, organisation_id, match_revision, matched_revision, matched_registry_revision,
       NOT ${behind} AS compare_only
     FROM reports
     WHERE state = 'open' AND updated_at < now() - make_interval(secs => $1)
       AND (${behind} OR duplicates_revision < match_revision OR duplicates_model IS DISTINCT FROM $2)
       AND ($5::uuid IS NULL OR (matched_revision >= match_revision, matched_registry_revision, id)
            > ($6::boolean, $7::bigint, $5::uuid))
     ORDER BY matched_revision >= match_revision, matched_registry_revision, id LIMIT $4`,
    [
      filter.graceSeconds,
      MODEL_VERSION,
      registryRevision?.toString() ?? null,
      filter.limit,
      after?.id ?? null,
      after ? after.matchedRevision >= after.matchRevision : null,
      after?.matchedRegistryRevision.toString() ?? null,
    ],
  );
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    matchRevision: row.match_revision,
    matchedRevision: row.matched_revision,
    matchedRegistryRevision: BigInt(row.matched_registry_revision),
    compareOnly: row.compare_only,
  }));
}
