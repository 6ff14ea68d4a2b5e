import type { EntityManager } from 'typeorm';

/** A report's marks, read under its lock: what other matchers have done of it meanwhile. */
export interface LockedReport {
  id: string;
  organisationId: string;
  open: boolean;
  matchRevision: number;
  matchedRevision: number;
  matchedRegistryRevision: bigint;
  matchedModel: string | null;
}

interface ReportRow {
  id: string;
  organisation_id: string;
  state: string;
  match_revision: number;
  matched_revision: number;
  matched_registry_revision: string;
  matched_model: string | null;
}

/** Locks reports, in the order of their ids, so that one matcher at a time writes a report's pairs. */
export async function lockReports(
  manager: EntityManager,
  ids: readonly string[],
): Promise<Map<string, LockedReport>> {
  const rows = await manager.query<ReportRow[]>(
    `SELECT id, organisation_id, state, match_revision, matched_revision,
            matched_registry_revision, matched_model
     FROM reports WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE`,
    [ids],
  );
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

function fromRow(row: ReportRow): LockedReport {
  return {
    id: row.id,
    organisationId: row.organisation_id,
    open: row.state === 'open',
    matchRevision: row.match_revision,
    matchedRevision: row.matched_revision,
    matchedRegistryRevision: BigInt(row.matched_registry_revision),
    matchedModel: row.matched_model,
  };
}
