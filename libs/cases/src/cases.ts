import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, agePageOf, agePlaceOf, type Page } from '@athar/persistence';
import {
  statusFor,
  statusesBehind,
  type CaseFilter,
  type CaseStatusName,
  type CaseView,
} from './case.js';
import { CaseNotFound } from './errors.js';
import { parseReference } from './reference.js';
import { isIntake, seenCases } from './seen-cases.js';

interface CaseRow {
  id: string;
  reference: string;
  status: CaseStatusName;
  merged_into: string | null;
  report_ids: string[];
  opened_by: string;
  opened_at: Date;
  at: string;
}

const columns = `id, reference, status, opened_by, opened_at, opened_at::text AS at,
  CASE WHEN merged_into IS NOT NULL THEN surviving_case(id) END AS merged_into,
  ARRAY(SELECT r.id FROM reports r WHERE r.organisation_id = c.organisation_id AND r.case_id = c.id
        ORDER BY r.entered_at, r.id) AS report_ids`;

/** Cases with an open task: $10 with one that is due, $11 with one of a member. */
const withTasks = `SELECT surviving_case(t.case_id) FROM tasks t
  WHERE t.organisation_id = $1 AND t.state = 'open'
    AND (NOT $10::boolean OR t.due_on <= (now() AT TIME ZONE 'UTC')::date)
    AND ($11::uuid IS NULL OR t.assigned_to = $11)`;

/** Shows cases to members. */
@Injectable()
export class Cases {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
  ) {}

  /** One case. @throws RoleMissing, CaseNotFound */
  async get(actor: Actor, id: string): Promise<CaseView> {
    requireRole(actor, 'caseworker', 'coordinator', 'reviewer');
    const { organisationId, memberId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      const [row] = await manager.query<CaseRow[]>(
        `SELECT ${columns} FROM ${seenCases('$3')} c WHERE organisation_id = $1 AND id = $2`,
        [organisationId, id, isIntake(actor)],
      );
      if (!row) throw new CaseNotFound();
      await this.audit.record(manager, {
        organisationId,
        memberId,
        action: 'case.read',
        subjectType: 'case',
        subjectId: id,
      });
      return toView(actor, row);
    });
  }

  /**
   * The organisation's cases, newest first. A reference that cannot be one and one that no case has
   * both give an empty list.
   *
   * @throws RoleMissing, InvalidCursor
   */
  async list(actor: Actor, filter: CaseFilter): Promise<Page<CaseView>> {
    requireRole(actor, 'caseworker', 'coordinator', 'reviewer');
    const { after, limit } = agePlaceOf(filter);
    const { status, reference, needsAttention = false } = filter;
    const rows = await this.database.inOrganisation(actor.organisationId, (manager) =>
      manager.query<CaseRow[]>(
        `SELECT ${columns} FROM ${seenCases('$7')} c WHERE organisation_id = $1
           AND ($2::text[] IS NULL OR status = ANY($2))
           AND ($3::text IS NULL OR id IN (SELECT surviving_case(k.id) FROM cases k WHERE k.reference = $3))
           AND ($4::timestamptz IS NULL OR (opened_at, id) < ($4, $5::uuid))
           AND ($8::uuid IS NULL OR opened_by = $8) AND (NOT $9::boolean OR id IN (${withTasks}))
         ORDER BY opened_at DESC, id DESC LIMIT $6`,
        [
          actor.organisationId,
          status === undefined ? null : statusesBehind(actor.roles, status),
          reference === undefined ? null : (parseReference(reference) ?? ''),
          after?.at ?? null,
          after?.id ?? null,
          limit + 1,
          isIntake(actor),
          filter.openedBy ?? null,
          needsAttention || filter.assignedTo !== undefined,
          needsAttention,
          filter.assignedTo ?? null,
        ],
      ),
    );
    return agePageOf(
      rows,
      limit,
      (row) => row,
      (row) => toView(actor, row),
    );
  }
}

function toView(actor: Actor, row: CaseRow): CaseView {
  return {
    id: row.id,
    reference: row.reference,
    status: statusFor(actor.roles, row.status),
    mergedInto: row.merged_into,
    reportIds: row.report_ids,
    openedBy: row.opened_by,
    openedAt: row.opened_at.toISOString(),
  };
}
