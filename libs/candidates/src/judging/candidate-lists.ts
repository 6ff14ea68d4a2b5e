import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { CaseNotFound } from '@athar/cases';
import { Database, InvalidCursor, type Page } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { selectCandidates, summaryOf, type CandidateRow } from './candidate-row.js';
import type { CandidateFilter, CandidateSummary, PageAsked } from './candidate-view.js';

const open = `state IN ('proposed', 'judged_once') AND above_floor AND live
  AND entered_by <> $1::uuid`;

/** Lists pairs: the queue of a reviewer, the pairs of a case. */
@Injectable()
export class CandidateLists {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The pairs that wait for this reviewer: undecided, not judged by them in this round, of reports
   * that they did not enter; in an order of the reviewer's own that tells nothing of scores.
   *
   * @throws RoleMissing, InvalidCursor
   */
  async queue(actor: Actor, filter: CandidateFilter): Promise<Page<CandidateSummary>> {
    requireRole(actor, 'reviewer');
    const where = `${open} AND NOT judged_by_me AND ($4::uuid IS NULL OR case_id = $4::uuid)
      AND ($5::boolean IS NULL OR (round > 1) = $5)`;
    return this.database.inOrganisation(actor.organisationId, (manager) =>
      page(manager, actor, filter, where, [filter.caseId ?? null, filter.returned ?? null]),
    );
  }

  /**
   * The pairs of a case. Reviewers see open and decided ones, everyone else only what was decided.
   *
   * @throws RoleMissing, CaseNotFound, InvalidCursor
   */
  async ofCase(actor: Actor, caseId: string, request: PageAsked): Promise<Page<CandidateSummary>> {
    requireRole(actor, 'reviewer', 'caseworker', 'coordinator');
    const where = `case_id = $4::uuid AND (state NOT IN ('proposed', 'judged_once')
      OR ($5::boolean AND ${open}))`;
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const known = await manager.query<unknown[]>('SELECT 1 FROM cases WHERE id = $1', [caseId]);
      if (known.length === 0) throw new CaseNotFound();
      const isReviewer = actor.roles.includes('reviewer');
      const found = await page(manager, actor, request, where, [caseId, isReviewer]);
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

async function page(
  manager: EntityManager,
  actor: Actor,
  request: PageAsked,
  where: string,
  values: readonly unknown[],
): Promise<Page<CandidateSummary>> {
  const limit = Math.min(200, Math.max(1, Math.trunc(request.limit ?? 50)));
  const rows = await manager.query<CandidateRow[]>(
    `${selectCandidates} WHERE ($2::text IS NULL OR place > $2::text) AND ${where}
     ORDER BY place LIMIT $3`,
    [actor.memberId, placeOf(request.cursor), limit + 1, ...values],
  );
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map((row) => summaryOf(actor, row)), nextCursor: last?.place ?? null };
}

function placeOf(cursor: string | undefined): string | null {
  if (cursor === undefined) return null;
  if (!/^[0-9a-f]{32}$/.test(cursor)) throw new InvalidCursor();
  return cursor;
}
