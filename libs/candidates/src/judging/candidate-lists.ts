import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { CaseNotFound } from '@athar/cases';
import { Database, type Page } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import {
  leftCandidateOf,
  selectCandidates,
  summaryOf,
  type CandidateRow,
} from './candidate-row.js';
import type {
  CandidateFilter,
  CandidateSummary,
  LeftCandidate,
  LeftFilter,
} from './candidate-view.js';
import { heldShownTo, hiddenSql } from './held.js';
import { pageInOwnOrder, type PageAsked } from './own-order.js';

const undecided = `state IN ('proposed', 'judged_once') AND live
  AND NOT entered_by_me AND (${hiddenSql}) IS NOT TRUE`;
const open = `above_floor AND ${undecided}`;

/** Lists pairs: the queue of a reviewer, the pairs of a case. */
@Injectable()
export class CandidateLists {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The pairs that wait for this reviewer: undecided, not judged by them in this round, of reports
   * that they did not enter; from a place of the reviewer's own on, in an order that tells nothing of scores.
   *
   * @throws RoleMissing, InvalidCursor
   */
  async queue(actor: Actor, filter: CandidateFilter): Promise<Page<CandidateSummary>> {
    requireRole(actor, 'reviewer');
    const where = `${open} AND NOT judged_by_me AND ($5::uuid IS NULL OR case_id = $5::uuid)
      AND ($6::boolean IS NULL OR (round > 1) = $6)`;
    const values = [filter.caseId ?? null, filter.returned ?? null];
    const item = (row: CandidateRow) => summaryOf(actor, row);
    return this.database.inOrganisation(actor.organisationId, (manager) =>
      page(manager, actor, filter, { where, values, item }),
    );
  }

  /**
   * The pairs that matching took out of this reviewer's queue, with the reason, in the same order:
   * nobody judged them in this round, so they are not rejected.
   *
   * @throws RoleMissing, InvalidCursor
   */
  async left(actor: Actor, filter: LeftFilter): Promise<Page<LeftCandidate>> {
    requireRole(actor, 'reviewer');
    const where = `NOT above_floor AND ${undecided} AND ($5::uuid IS NULL OR case_id = $5::uuid)
      AND ($6::text IS NULL OR left_because = $6)`;
    const values = [filter.caseId ?? null, filter.because ?? null];
    const item = (row: CandidateRow) => leftCandidateOf(actor, row);
    return this.database.inOrganisation(actor.organisationId, (manager) =>
      page(manager, actor, filter, { where, values, item }),
    );
  }

  /**
   * The pairs of a case. Reviewers see open and decided ones, everyone else only what was decided.
   * What a custodian's terms hold back is shown as {@link heldShownTo} says.
   *
   * @throws RoleMissing, CaseNotFound, InvalidCursor
   */
  async ofCase(actor: Actor, caseId: string, request: PageAsked): Promise<Page<CandidateSummary>> {
    requireRole(actor, 'reviewer', 'caseworker', 'coordinator');
    const where = `case_id = $5::uuid AND ((state NOT IN ('proposed', 'judged_once')
        AND ($7 = 'all' OR held IS NULL OR ($7 = 'comparable' AND NOT ${hiddenSql})))
      OR ($6::boolean AND ${open}))`;
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const known = await manager.query<unknown[]>('SELECT 1 FROM cases WHERE id = $1', [caseId]);
      if (known.length === 0) throw new CaseNotFound();
      const values = [caseId, actor.roles.includes('reviewer'), heldShownTo(actor)];
      const item = (row: CandidateRow) => summaryOf(actor, row);
      const found = await page(manager, actor, request, { where, values, item });
      await this.audit.record(manager, {
        organisationId: actor.organisationId,
        memberId: actor.memberId,
        action: 'candidates.listed',
        subjectType: 'case',
        subjectId: caseId,
        detail: { candidates: found.items.map(({ id }) => id) },
      });
      return found;
    });
  }
}

interface Listing<Item> {
  where: string;
  /** Of `$5` and on. */
  values: readonly unknown[];
  item: (row: CandidateRow) => Item;
}

function page<Item>(
  manager: EntityManager,
  actor: Actor,
  request: PageAsked,
  { where, values, item }: Listing<Item>,
): Promise<Page<Item>> {
  return pageInOwnOrder(
    actor,
    request,
    (after, through, limit) =>
      manager.query<CandidateRow[]>(
        `${selectCandidates} WHERE id > $2::uuid AND id <= $3::uuid AND ${where}
         ORDER BY id LIMIT $4`,
        [actor.memberId, after, through, limit, ...values],
      ),
    item,
  );
}
