import type { EntityManager } from 'typeorm';
import { SeenInReview } from './errors.js';

/**
 * SQL: pairs with the entry `e` that a member judged, or was shown the evidence of. Whoever did may have
 * been shown a first reading, so that a second of theirs would not be made without knowing of it.
 *
 * @param member a parameter, as `$1`.
 */
export function pairsSeenBy(member: string): string {
  return `
    SELECT FROM candidates c WHERE c.entry_id = e.id AND (c.evidence_reader = ${member}
      OR EXISTS (SELECT FROM judgements j WHERE j.candidate_id = c.id AND j.member_id = ${member}))
    UNION ALL
    SELECT FROM entry_pairs p WHERE (p.left_id = e.id OR p.right_id = e.id) AND (p.evidence_reader = ${member}
      OR EXISTS (SELECT FROM entry_pair_judgements j WHERE j.pair_id = p.id AND j.member_id = ${member}))`;
}

/** Refuses a second reading by who judged a pair with the entry. @throws SeenInReview */
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
