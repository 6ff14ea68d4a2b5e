import { requireRole, type Actor } from '@athar/access';
import type { Database, Page } from '@athar/persistence';
import { pageInOwnOrder, type PageAsked } from '../judging/own-order.js';
import type { LikePairRow } from './like-pair-row.js';
import { summaryOf, type LikePairSummary } from './like-pair-view.js';
import type { PairKind } from './pair-kind.js';

const waiting = `state IN ('proposed', 'judged_once') AND above_floor AND live AND NOT hidden
  AND NOT entered_by_me AND NOT judged_by_me`;

/**
 * The pairs of a kind that wait for this reviewer, from a place of the reviewer's own on, in an order
 * that tells nothing of scores.
 *
 * @throws RoleMissing, InvalidCursor
 */
export function queueOf<Side>(
  database: Database,
  { select }: PairKind<Side>,
  actor: Actor,
  request: PageAsked,
): Promise<Page<LikePairSummary>> {
  requireRole(actor, 'reviewer');
  return database.inOrganisation(actor.organisationId, (manager) =>
    pageInOwnOrder(
      actor,
      request,
      (after, through, limit) =>
        manager.query<LikePairRow[]>(
          `SELECT * FROM (${select}) pairs WHERE id > $2::uuid AND id <= $3::uuid AND ${waiting}
           ORDER BY id LIMIT $4`,
          [actor.memberId, after, through, limit],
        ),
      (row) => summaryOf(actor, row),
    ),
  );
}
