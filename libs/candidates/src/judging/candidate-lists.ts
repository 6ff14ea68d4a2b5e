import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { CaseNotFound } from '@athar/cases';
import { Database, InvalidCursor, type Page } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { selectCandidates, summaryOf, type CandidateRow } from './candidate-row.js';
import type { CandidateFilter, CandidateSummary, PageAsked } from './candidate-view.js';

const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const FIRST_ID = '00000000-0000-0000-0000-000000000000';
const LAST_ID = 'ffffffff-ffff-ffff-ffff-ffffffffffff';

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
   * that they did not enter; from a place of the reviewer's own on, in an order that tells nothing of scores.
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

/**
 * Pairs in the order of their ids, which are random: nobody learns from the place of a pair what it
 * is worth. Each member begins at a place of their own and comes round to it again, so that two who
 * work at once do not get the same pairs.
 */
async function page(
  manager: EntityManager,
  actor: Actor,
  request: PageAsked,
  where: string,
  values: readonly [unknown, unknown],
): Promise<Page<CandidateSummary>> {
  const limit = Math.min(200, Math.max(1, Math.trunc(request.limit ?? 50)));
  const rows: CandidateRow[] = [];
  for (const [after, through] of stretches(startOf(actor), lastIdOf(request.cursor))) {
    const room = limit + 1 - rows.length;
    if (room === 0) break;
    const found = await manager.query<CandidateRow[]>(
      `${selectCandidates} WHERE id > $2::uuid AND id <= $6::uuid AND ${where}
       ORDER BY id LIMIT $3`,
      [actor.memberId, after, room, ...values, through],
    );
    rows.push(...found);
  }
  const shown = rows.slice(0, limit);
  const last = rows.length > limit ? shown.at(-1) : undefined;
  return { items: shown.map((row) => summaryOf(actor, row)), nextCursor: last?.id ?? null };
}

/** What is left of the round from `start` to `start`: ids above the first of two, up to the second. */
function stretches(start: string, last: string | undefined): [string, string][] {
  if (last !== undefined && last <= start) return [[last, start]];
  return [
    [last ?? start, LAST_ID],
    [FIRST_ID, start],
  ];
}

function startOf({ memberId }: Actor): string {
  const hex = createHash('sha256').update(memberId).digest('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

function lastIdOf(cursor: string | undefined): string | undefined {
  if (cursor === undefined || isId.test(cursor)) return cursor;
  throw new InvalidCursor();
}
