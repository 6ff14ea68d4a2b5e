import type { EntityManager } from 'typeorm';
import { MODEL_VERSION } from '@athar/matching';
import { ofThisCode } from './model.js';

/** An open report whose matching is unfinished. */
export interface UnmatchedReport {
  id: string;
  organisationId: string;
  matchRevision: number;
}

export interface UnmatchedFilter {
  /** Reports matched against less than this are unfinished; undefined: the registry is left aside. */
  registryRevision: bigint | undefined;
  /** Leaves reports alone that were edited within so many seconds: their own job is on its way. */
  graceSeconds: number;
  limit: number;
}

/** Reports whose matching is unfinished, those that wait longest first. */
export async function findUnmatched(
  manager: EntityManager,
  filter: UnmatchedFilter,
): Promise<UnmatchedReport[]> {
  const rows = await manager.query<
    { id: string; organisation_id: string; match_revision: number }[]
  >(
    `SELECT id, organisation_id, match_revision FROM reports
     WHERE state = 'open' AND updated_at < now() - make_interval(secs => $1)
       AND (matched_revision < match_revision OR NOT (${ofThisCode('$2')})
            OR matched_registry_revision < $3)
     ORDER BY matched_revision < match_revision DESC, matched_registry_revision, id LIMIT $4`,
    [filter.graceSeconds, MODEL_VERSION, filter.registryRevision?.toString() ?? null, filter.limit],
  );
  return rows.map((row) => ({
    id: row.id,
    organisationId: row.organisation_id,
    matchRevision: row.match_revision,
  }));
}
