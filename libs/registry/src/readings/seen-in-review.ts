import type { EntityManager } from 'typeorm';
import { SeenInReview } from './errors.js';

/**
 * SQL: pairs with the entry `e` that a member judged, was shown the evidence of, or opened in whichever
 * round: opened pairs are in the audit trail. Whoever did was shown the other side, and may have been
 * shown a first reading, so that a second of theirs would not be made without knowing of either.
 *
 * @param member a parameter, as `$1`.
 */
export function pairsSeenBy(member: string): string {
  return `
    SELECT FROM candidates c WHERE c.entry_id = e.id AND (c.evidence_reader = ${member}
      OR ${opened('candidate', 'c.id', member)}
      OR EXISTS (SELECT FROM judgements j WHERE j.candidate_id = c.id AND j.member_id = ${member}))
    UNION ALL
    SELECT FROM entry_pairs p WHERE (p.left_id = e.id OR p.right_id = e.id) AND (p.evidence_reader = ${member}
      OR ${opened('entry_pair', 'p.id', member)}
      OR EXISTS (SELECT FROM entry_pair_judgements j WHERE j.pair_id = p.id AND j.member_id = ${member}))`;
}

/** By the index of audited subjects: a few events a pair. */
function opened(subject: 'candidate' | 'entry_pair', id: string, member: string): string {
  return `EXISTS (SELECT FROM audit_events a
      WHERE a.organisation_id = current_organisation() AND a.subject_type = '${subject}'
        AND a.subject_id = ${id} AND a.action = '${subject}.read' AND a.member_id = ${member})`;
}

/** Refuses a second reading by who judged or opened a pair with the entry. @throws SeenInReview */
export async function requireUnseen(
  manager: EntityManager,
  entryId: string,
  memberId: string,
): Promise<void> {
  const seen = await manager.query<unknown[]>(
    `SELECT 1 FROM entries e WHERE e.id = $1 AND EXISTS (${pairsSeenBy('$2')})`,
    [entryId, memberId],
  );
  if (seen.length > 0) throw new SeenInReview();
}
