import type { EntityManager } from 'typeorm';
import { entryColumns, type EntryRow } from '../entry-row.js';

/** Why an entry is left out of an export. */
export const leftOutReasons = ['embargo', 'no_disclosure'] as const;
export type LeftOutReason = (typeof leftOutReasons)[number];

/** Entries that an export leaves out, with what to do where they should be in it. */
export interface LeftOut {
  reason: LeftOutReason;
  entries: number;
  because: string;
  fix: string;
}

const told: Readonly<Record<LeftOutReason, Pick<LeftOut, 'because' | 'fix'>>> = {
  embargo: {
    because: 'Their collection is under embargo.',
    fix: 'Wait for the end of the embargo; or, where its custodian agrees, change embargoUntil of the collection (PATCH /api/collections/{id}).',
  },
  no_disclosure: {
    because: 'The terms of their collection do not allow disclosure.',
    fix:
      'Where its custodian allows it, change mayDisclose of the collection to true: ' +
      'PATCH /api/collections/{id} with {"mayDisclose":true}, and in If-Match the ETag of GET /api/collections/{id}.',
  },
};

/** What an export holds, and what the terms of custodians keep out of it. */
export interface ExportSummary {
  entries: number;
  leftOut: LeftOut[];
}

/** A place in the order of entries. */
export interface EntryPlace {
  createdAt: string;
  id: string;
}

/** SQL for why entries of a collection `c` do not leave the house today; NULL where they may. */
const leftOut = `
  CASE WHEN c.embargo_until > current_date THEN 'embargo'
       WHEN NOT c.may_disclose THEN 'no_disclosure' END`;

/** Which of the collections are left out of exports today, and why. */
export async function exportsClosed(
  manager: EntityManager,
  collectionIds: readonly string[],
): Promise<Map<string, LeftOutReason>> {
  const rows = await manager.query<{ id: string; reason: LeftOutReason }[]>(
    `SELECT c.id, ${leftOut} AS reason FROM collections c
     WHERE c.id = ANY($1::uuid[]) AND ${leftOut} IS NOT NULL`,
    [collectionIds],
  );
  return new Map(rows.map((row) => [row.id, row.reason]));
}

/** @param collectionId null for the whole registry. */
export async function exportSummary(
  manager: EntityManager,
  collectionId: string | null,
): Promise<ExportSummary> {
  const rows = await manager.query<{ reason: LeftOutReason | null; entries: number }[]>(
    `SELECT ${leftOut} AS reason, count(*)::int AS entries
     FROM entries e JOIN collections c ON c.id = e.collection_id
     WHERE e.removed_at IS NULL AND ($1::uuid IS NULL OR e.collection_id = $1) GROUP BY 1`,
    [collectionId],
  );
  return {
    entries: rows.find((row) => row.reason === null)?.entries ?? 0,
    leftOut: leftOutReasons.flatMap((reason) => {
      const entries = rows.find((row) => row.reason === reason)?.entries ?? 0;
      return entries === 0 ? [] : [{ reason, entries, ...told[reason] }];
    }),
  };
}

/** The next entries that may leave the house, oldest first. */
export function exportableRows(
  manager: EntityManager,
  collectionId: string | null,
  after: EntryPlace | null,
  limit: number,
): Promise<EntryRow[]> {
  return manager.query<EntryRow[]>(
    `SELECT ${entryColumns} FROM entries e JOIN collections c ON c.id = e.collection_id
     WHERE e.removed_at IS NULL AND ($1::uuid IS NULL OR e.collection_id = $1) AND ${leftOut} IS NULL
       AND ($2::bigint IS NULL
            OR (e.created_at, e.id) > (timestamptz 'epoch' + $2::bigint * interval '1 microsecond', $3::uuid))
     ORDER BY e.created_at, e.id LIMIT $4`,
    [collectionId, after?.createdAt ?? null, after?.id ?? null, limit],
  );
}
