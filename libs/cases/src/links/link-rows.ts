import type { Place, Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { isMutual, type LinkKind, type LinkRecord, type LinkView } from './case-link.js';

interface LinkRow {
  id: string;
  kind: LinkKind;
  is_subject: boolean;
  other_case_id: string;
  record: Buffer;
  added_by: string;
  added_at: Date;
  other_reference: string;
}

/** Where a link's sealed part lives. */
export function linkPlace(id: string): Place {
  return { table: 'case_links', column: 'record', row: id };
}

/** The links of one case that were not removed, oldest first, from either side; none with itself. */
export async function linksOf(
  manager: EntityManager,
  seal: Seal,
  organisationId: string,
  caseId: string,
): Promise<LinkView[]> {
  const rows = await manager.query<LinkRow[]>(
    `SELECT l.id, l.kind, l.record, l.added_by, l.added_at, s.is_subject,
       c.id AS other_case_id, c.reference AS other_reference
     FROM case_links l
       CROSS JOIN LATERAL (SELECT l.subject_case_id IN (SELECT cases_made_one($2)) AS is_subject) s
       JOIN cases c ON c.organisation_id = l.organisation_id AND c.id = surviving_case(
         CASE WHEN s.is_subject THEN l.object_case_id ELSE l.subject_case_id END)
     WHERE l.organisation_id = $1 AND l.removed_at IS NULL
       AND surviving_case(l.subject_case_id) <> surviving_case(l.object_case_id)
       AND (l.subject_case_id IN (SELECT cases_made_one($2))
         OR l.object_case_id IN (SELECT cases_made_one($2)))
     ORDER BY l.added_at, l.id`,
    [organisationId, caseId],
  );
  return rows.map((row) => toView(seal, row));
}

function toView(seal: Seal, row: LinkRow): LinkView {
  const side = row.is_subject ? 'this' : 'other';
  return {
    id: row.id,
    kind: row.kind,
    subject: isMutual(row.kind) ? 'both' : side,
    otherCaseId: row.other_case_id,
    otherReference: row.other_reference,
    ...seal.openJson<LinkRecord>(linkPlace(row.id), row.record),
    addedBy: row.added_by,
    addedAt: row.added_at.toISOString(),
  };
}
