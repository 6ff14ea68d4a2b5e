import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor } from '@athar/access';
import { KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type { CaseStatusName } from '../case.js';
import { CaseNotFound } from '../errors.js';
import { kinshipBetween } from '../links/kinship.js';
import { CasesLinkedAsKin, CasesNotMergeable, MergedFurther, MergeNotFound } from './errors.js';
import { statusApart, statusTogether, type ReadHoldings } from './holdings.js';
import {
  lockCases,
  moveReports,
  moveReportsBack,
  writeStatus,
  type MergeRow,
} from './merge-rows.js';

export interface NewMerge {
  /** The case that stays. */
  intoCaseId: string;
  /** The case whose reports move. Its reference goes on leading to the case that stays. */
  fromCaseId: string;
  /** The confirmed pair of reports: nothing else makes two cases one. */
  because: { duplicateId: string };
  /** Asked for the absorbed case before its reports move, while both cases are held. */
  holdingsOf: ReadHoldings;
}

/**
 * Makes two cases one and two again, in the caller's transaction. Only reports move: relatives,
 * consents and messages stay with their report, and no relative is told of another's.
 */
@Injectable()
export class CaseMerging {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Moves the reports of one case to another and notes exactly which.
   *
   * @returns the merge's id.
   * @throws CaseNotFound, CasesNotMergeable, CasesLinkedAsKin
   */
  async merge(manager: EntityManager, actor: Actor, merge: NewMerge): Promise<string> {
    const { intoCaseId, fromCaseId, because } = merge;
    const { organisationId, memberId } = actor;
    const cases = await lockCases(manager, organisationId, [intoCaseId, fromCaseId]);
    const [into, from] = [cases.get(intoCaseId), cases.get(fromCaseId)];
    if (!into || !from) throw new CaseNotFound();
    if (into === from || into.status === 'merged' || from.status === 'merged') {
      throw new CasesNotMergeable();
    }
    const kinship = await kinshipBetween(manager, into.id, from.id);
    if (kinship.length > 0) throw new CasesLinkedAsKin();
    const holdings = await merge.holdingsOf(from.id);
    const reportIds = await moveReports(manager, from.id, into.id);
    const status = statusTogether(into.status, from.status, holdings);
    if (status !== into.status) await writeStatus(manager, into.id, status);
    await writeStatus(manager, from.id, 'merged', into.id);
    const [row] = await manager.query<{ id: string }[]>(
      `INSERT INTO case_merges (organisation_id, into_case_id, from_case_id, duplicate_id,
         report_ids, into_status, from_status, merged_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) RETURNING id`,
      [
        ...[organisationId, into.id, from.id, because.duplicateId],
        ...[reportIds, into.status, from.status, memberId],
      ],
    );
    await this.record(manager, actor, 'case.merged', into.id, {
      from: from.id,
      reports: reportIds.length,
    });
    return row?.id ?? '';
  }

  /**
   * Undoes the merge that a pair of reports led to, if there is one in force: reports go back to the
   * case whose reference their relatives were given, also those that came after the merge; both
   * statuses follow from what each case holds then.
   *
   * @param reason why, for colleagues; kept sealed.
   * @throws MergeNotFound, MergedFurther
   */
  async undo(
    manager: EntityManager,
    actor: Actor,
    duplicateId: string,
    reason: string,
    holdingsOf: ReadHoldings,
  ): Promise<void> {
    const { organisationId, memberId } = actor;
    const merge = await findMerge(manager, duplicateId);
    if (!merge) throw new MergeNotFound();
    const { into_case_id: intoId, from_case_id: fromId } = merge;
    const cases = await lockCases(manager, organisationId, [intoId, fromId]);
    const into = cases.get(intoId);
    if (!into || into.status === 'merged') throw new MergedFurther();
    const reports = await moveReportsBack(manager, intoId, fromId);
    const statuses = [
      [intoId, ownStatus(into.status, merge)],
      [fromId, merge.from_status],
    ] as const;
    for (const [caseId, before] of statuses) {
      const open = await hasOpenReport(manager, caseId);
      const status = statusApart(before, open, await holdingsOf(caseId));
      await writeStatus(manager, caseId, status);
    }
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const place = { table: 'case_merges', column: 'undo_reason', row: merge.id };
    await manager.query(
      `UPDATE case_merges SET undone_by = $2, undone_at = now(), undo_reason = $3 WHERE id = $1`,
      [merge.id, memberId, seal.seal(place, reason)],
    );
    await this.record(manager, actor, 'case.merge_undone', intoId, {
      from: fromId,
      reports,
    });
  }

  private record(
    manager: EntityManager,
    { organisationId, memberId }: Actor,
    action: string,
    caseId: string,
    detail: { from: string; reports: number },
  ): Promise<void> {
    const subject = { subjectType: 'case', subjectId: caseId };
    return this.audit.record(manager, { organisationId, memberId, action, ...subject, detail });
  }
}

/** A disclosure that came with the absorbed case leaves with it. */
function ownStatus(now: CaseStatusName, merge: MergeRow): CaseStatusName {
  return now === merge.from_status ? merge.into_status : now;
}

async function findMerge(
  manager: EntityManager,
  duplicateId: string,
): Promise<MergeRow | undefined> {
  const rows = await manager.query<MergeRow[]>(
    `SELECT id, into_case_id, from_case_id, duplicate_id, into_status, from_status
     FROM case_merges
     WHERE duplicate_id = $1 AND undone_at IS NULL FOR UPDATE`,
    [duplicateId],
  );
  return rows[0];
}

async function hasOpenReport(manager: EntityManager, caseId: string): Promise<boolean> {
  const rows = await manager.query<unknown[]>(
    `SELECT 1 FROM reports WHERE case_id = $1 AND state = 'open' LIMIT 1`,
    [caseId],
  );
  return rows.length > 0;
}
