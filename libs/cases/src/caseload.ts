import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import { statusFor, type CaseStatusName } from './case.js';
import type { PersonNames } from './missing-person.js';
import { openDocument } from './report-rows.js';
import { isIntake, seenCases } from './seen-cases.js';

/** A case that a member works on, by what she would look for. */
export interface CaseloadCase {
  id: string;
  reference: string;
  /** As the member may see it. */
  status: CaseStatusName;
  /** References that relatives were given of cases that were merged into this one. */
  otherReferences: string[];
  /** What the missing person is called in its reports that were not withdrawn. */
  names: string[];
}

interface CaseloadRow {
  id: string;
  reference: string;
  status: CaseStatusName;
  given_reference: string | null;
  report_id: string | null;
  record: Buffer | null;
}

/** More than one person can work on; the newest are given. */
const MOST_CASES = 1000;

const caseload = `
  WITH touched AS (
    SELECT k.id FROM cases k WHERE k.organisation_id = $1 AND k.opened_by = $2
    UNION SELECT r.case_id FROM reports r WHERE r.organisation_id = $1 AND r.entered_by = $2
    UNION SELECT t.case_id FROM tasks t
      WHERE t.organisation_id = $1 AND t.assigned_to = $2 AND t.state = 'open'
  ), own AS (
    SELECT c.* FROM ${seenCases('$3')} c
    WHERE c.organisation_id = $1 AND c.id IN (
      SELECT CASE WHEN k.merged_into IS NULL THEN k.id ELSE surviving_case(k.id) END
      FROM touched JOIN cases k USING (id))
    ORDER BY c.opened_at DESC, c.id DESC LIMIT $4
  )
  SELECT c.id, c.reference, c.status, g.reference AS given_reference, r.id AS report_id, r.record
  FROM own c
    LEFT JOIN reports r ON r.organisation_id = $1 AND r.case_id = c.id AND r.state = 'open'
    LEFT JOIN cases g ON g.organisation_id = $1 AND g.id = r.given_case_id
  ORDER BY c.opened_at DESC, c.id DESC, r.entered_at, r.id`;

/** The cases that one member works on. */
@Injectable()
export class Caseload {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Cases that the member opened, entered a report of, or has an open task of; newest first, at most
   * 1,000. Nothing is recorded here: who shows some of them says so by {@link shown}.
   *
   * @throws RoleMissing
   */
  async of(actor: Actor): Promise<CaseloadCase[]> {
    requireRole(actor, 'caseworker', 'coordinator', 'reviewer');
    const { organisationId, memberId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      const rows = await manager.query<CaseloadRow[]>(caseload, [
        organisationId,
        memberId,
        isIntake(actor),
        MOST_CASES,
      ]);
      return gather(actor, seal, rows);
    });
  }

  /** Records which of the cases were shown to the member; never what she asked for. */
  async shown({ organisationId, memberId }: Actor, ids: readonly string[]): Promise<void> {
    await this.database.inOrganisation(organisationId, (manager) =>
      this.audit.record(manager, {
        organisationId,
        memberId,
        action: 'case.quick_found',
        subjectType: 'case',
        detail: { ids },
      }),
    );
  }
}

/** Rows of one case stand together, a row for each of its reports. */
function gather(actor: Actor, seal: Seal, rows: readonly CaseloadRow[]): CaseloadCase[] {
  const cases = new Map<string, CaseloadCase>();
  for (const { id, reference, status, given_reference, report_id, record } of rows) {
    const one: CaseloadCase = cases.get(id) ?? {
      id,
      reference,
      status: statusFor(actor.roles, status),
      otherReferences: [],
      names: [],
    };
    cases.set(id, one);
    if (report_id === null || record === null) continue;
    const { person } = openDocument(seal, { id: report_id, record });
    const readings = [person, ...(person.alternatives ?? [])];
    add(
      one.names,
      readings.flatMap(({ names }) => called(names)),
    );
    if (given_reference !== null && given_reference !== reference) {
      add(one.otherReferences, [given_reference]);
    }
  }
  return [...cases.values()];
}

function add(list: string[], more: readonly string[]): void {
  list.push(...new Set(more.filter((each) => !list.includes(each))));
}

/** Whole names as they were given, the parts in their order, and what else she was called. */
function called(names: PersonNames): string[] {
  const { given, secondGiven, father, grandfather, family, full = [], knownAs = [] } = names;
  const parts = [given, secondGiven, father, grandfather, family];
  const joined = parts.filter((part) => part !== undefined).join(' ');
  return [...full, ...(joined === '' ? [] : [joined]), ...knownAs];
}
