import type { Actor } from '@athar/access';
import type { EntityManager } from 'typeorm';

/** Undecided pairs of one kind that an organisation's reviewers may work with. */
export interface PairCounts {
  /** For the judgement of one or two of them. */
  waiting: number;
  /** Taken out of the queue by matching, judged by nobody. */
  left: number;
}

/**
 * Counts pairs of one kind, whoever entered or opened them.
 *
 * @param select of rows as the member of `$1` stands to them.
 * @param hidden SQL for what a custodian's terms hide from everyone.
 */
export async function countPairs(
  manager: EntityManager,
  { memberId }: Actor,
  select: string,
  hidden: string,
): Promise<PairCounts> {
  const [row] = await manager.query<PairCounts[]>(
    `SELECT (count(*) FILTER (WHERE above_floor))::integer AS waiting,
            (count(*) FILTER (WHERE NOT above_floor))::integer AS left
     FROM (${select}) pairs
     WHERE state IN ('proposed', 'judged_once') AND live AND (${hidden}) IS NOT TRUE`,
    [memberId],
  );
  return { waiting: row?.waiting ?? 0, left: row?.left ?? 0 };
}
