import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing } from '@athar/persistence';
import { CaseNotFound } from '../errors.js';

/** One merge into or out of a case. */
export interface CaseMergeView {
  id: string;
  intoCaseId: string;
  fromCaseId: string;
  /** Of the case that was absorbed; a relative may go on using it. */
  fromReference: string;
  /** The pair of reports whose confirmation led to it; revoking it undoes the merge. */
  duplicateId: string;
  /** The reports that moved. */
  reportIds: string[];
  mergedBy: string;
  mergedAt: string;
  undoneBy: string | null;
  undoneAt: string | null;
  undoReason: string | null;
}

interface Row {
  id: string;
  into_case_id: string;
  from_case_id: string;
  from_reference: string;
  duplicate_id: string;
  report_ids: string[];
  merged_by: string;
  merged_at: Date;
  undone_by: string | null;
  undone_at: Date | null;
  undo_reason: Buffer | null;
}

/** Shows what was merged and undone. */
@Injectable()
export class CaseMerges {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /** The merges that a case took part in, newest first; at most 200. @throws RoleMissing, CaseNotFound */
  async ofCase(actor: Actor, caseId: string): Promise<CaseMergeView[]> {
    requireRole(actor, 'caseworker', 'coordinator', 'reviewer');
    const { organisationId, memberId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      const known = await manager.query<unknown[]>('SELECT 1 FROM cases WHERE id = $1', [caseId]);
      if (known.length === 0) throw new CaseNotFound();
      const rows = await manager.query<Row[]>(
        `SELECT m.*, c.reference AS from_reference
         FROM case_merges m JOIN cases c ON c.id = m.from_case_id
         WHERE m.into_case_id = $1 OR m.from_case_id = $1 ORDER BY m.merged_at DESC, m.id LIMIT 200`,
        [caseId],
      );
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      const read = { action: 'case.merges_read', subjectType: 'case', subjectId: caseId };
      await this.audit.record(manager, { organisationId, memberId, ...read });
      return rows.map(({ undo_reason: reason, ...row }) => {
        const place = { table: 'case_merges', column: 'undo_reason', row: row.id };
        return toView(row, reason && seal.open(place, reason));
      });
    });
  }
}

function toView(row: Omit<Row, 'undo_reason'>, undoReason: string | null): CaseMergeView {
  return {
    id: row.id,
    intoCaseId: row.into_case_id,
    fromCaseId: row.from_case_id,
    fromReference: row.from_reference,
    duplicateId: row.duplicate_id,
    reportIds: row.report_ids,
    mergedBy: row.merged_by,
    mergedAt: row.merged_at.toISOString(),
    undoneBy: row.undone_by,
    undoneAt: row.undone_at?.toISOString() ?? null,
    undoReason,
  };
}
