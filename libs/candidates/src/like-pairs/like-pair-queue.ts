import { requireRole, type Actor } from '@athar/access';
import type { Database, Page } from '@athar/persistence';
import { pageInOwnOrder, type PageAsked } from '../judging/own-order.js';
import type { LikePairRow } from './like-pair-row.js';
import {
  leftPairOf,
  summaryOf,
  type LeftLikePair,
  type LikePairSummary,
} from './like-pair-view.js';
import type { PairKind } from './pair-kind.js';

const undecided = `state IN ('proposed', 'judged_once') AND live AND NOT hidden
  AND NOT entered_by_me AND NOT judged_by_me`;

/**
 * The pairs of a kind that wait for this reviewer, from a place of the reviewer's own on, in an order
 * that tells nothing of scores.
 *
 * @throws RoleMissing, InvalidCursor
 */
export function queueOf<Side>(
  database: Database,
  kind: PairKind<Side>,
  actor: Actor,
  request: PageAsked,
): Promise<Page<LikePairSummary>> {
  return page(database, kind, actor, request, 'above_floor', (row) => summaryOf(actor, row));
}

/**
 * The pairs that matching took out of this reviewer's queue, with the reason, in the same order.
 *
 * @throws RoleMissing, InvalidCursor
 */
export function leftOf<Side>(
  database: Database,
  kind: PairKind<Side>,
  actor: Actor,
  request: PageAsked,
): Promise<Page<LeftLikePair>> {
  return page(database, kind, actor, request, 'NOT above_floor', (row) => leftPairOf(actor, row));
}

function page<Side, Item>(
  database: Database,
  { select }: PairKind<Side>,
  actor: Actor,
  request: PageAsked,
  where: string,
  item: (row: LikePairRow) => Item,
): Promise<Page<Item>> {
  requireRole(actor, 'reviewer');
  return database.inOrganisation(actor.organisationId, (manager) =>
    pageInOwnOrder(
      actor,
      request,
      (after, through, limit) =>
        manager.query<LikePairRow[]>(
          `SELECT * FROM (${select}) pairs
           WHERE id > $2::uuid AND id <= $3::uuid AND ${undecided} AND ${where}
           ORDER BY id LIMIT $4`,
          [actor.memberId, after, through, limit],
        ),
      item,
    ),
  );
}
