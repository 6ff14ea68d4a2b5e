import type { EntityManager } from 'typeorm';
import { isMutual, type LinkKind } from './case-link.js';

/** A link that says that the missing persons of two cases are two persons of one family. */
export interface KinshipLink {
  id: string;
  kind: Exclude<LinkKind, 'arrested_together'>;
  /** The case whose person is the father, the brother ...; null where it reads the same either way. */
  subjectCaseId: string | null;
}

interface Row {
  id: string;
  kind: KinshipLink['kind'];
  subject_is_first: boolean;
}

/** The kinship that stands between two cases of the organisation, oldest first; none with itself. */
export async function kinshipBetween(
  manager: EntityManager,
  caseId: string,
  otherCaseId: string,
): Promise<KinshipLink[]> {
  if (caseId === otherCaseId) return [];
  const rows = await manager.query<Row[]>(
    `WITH first AS (SELECT cases_made_one($1) AS id), second AS (SELECT cases_made_one($2) AS id)
     SELECT l.id, l.kind, l.subject_case_id IN (SELECT id FROM first) AS subject_is_first
     FROM case_links l
     WHERE l.removed_at IS NULL AND l.kind <> 'arrested_together' AND (
       (l.subject_case_id IN (SELECT id FROM first) AND l.object_case_id IN (SELECT id FROM second))
       OR (l.subject_case_id IN (SELECT id FROM second)
         AND l.object_case_id IN (SELECT id FROM first)))
     ORDER BY l.added_at, l.id`,
    [caseId, otherCaseId],
  );
  return rows.map(({ id, kind, subject_is_first: isFirst }) => ({
    id,
    kind,
    subjectCaseId: isMutual(kind) ? null : isFirst ? caseId : otherCaseId,
  }));
}
