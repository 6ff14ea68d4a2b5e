import { Injectable } from '@nestjs/common';
import { AuditTrail, type Actor, type AuditEvent } from '@athar/access';
import { Contacts } from '@athar/families';
import type { ImportScope, ImportUndo, StayedRows } from '@athar/imports';
import type { EntityManager } from 'typeorm';
import { fingerprintOf } from '../material.js';
import type { ReportDocument } from '../report-document.js';
import { lockReport, reportPlace } from '../report-rows.js';
import { isIntake } from '../seen-cases.js';
import { Withdrawals } from '../withdrawals.js';
import { actorOf, takeTurns } from './applying.js';
import { ReportsWorkedWith } from './errors.js';
import { leaveToLater, stayedOf } from './later-naming.js';
import { touchedReports, untouchedReports, workedWith } from './untouched-reports.js';

const nothingSaid: ReportDocument = { person: { names: {} } };

/**
 * Takes back reports that should never have come in. They are withdrawn, what was said in them and who
 * said it is overwritten, and the same rows may come in anew. What a later file said as well stays.
 */
@Injectable()
export class ReportsUndo implements ImportUndo {
  constructor(
    private readonly withdrawals: Withdrawals,
    private readonly contacts: Contacts,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws ReportsWorkedWith unless nobody has touched any report of the import since. */
  async requirePossible(manager: EntityManager, scope: ImportScope, asking?: Actor): Promise<void> {
    const touched = await workedWith(manager, scope);
    if (touched === 0) return;
    const named = asking ? await touchedReports(manager, scope, isIntake(asking)) : [];
    throw new ReportsWorkedWith(touched, named);
  }

  /** A report that somebody began to work with meanwhile stays as it is. */
  async undoChunk(
    manager: EntityManager,
    scope: ImportScope,
    size: number,
  ): Promise<{ undone: number }> {
    const actor = actorOf(scope);
    await takeTurns(manager, scope);
    await leaveToLater(manager, scope);
    const ids = await untouchedReports(manager, scope, size);
    const events: AuditEvent[] = [];
    for (const id of ids) events.push(...(await this.takeBack(manager, scope, actor, id)));
    for (const event of events) {
      const detail = { ...event.detail, importId: scope.importId };
      await this.audit.record(manager, { ...event, detail });
    }
    return { undone: ids.length };
  }

  stayed(manager: EntityManager, scope: ImportScope): Promise<StayedRows[]> {
    return stayedOf(manager, scope);
  }

  private async takeBack(
    manager: EntityManager,
    { organisationId, seal }: ImportScope,
    actor: Actor,
    reportId: string,
  ): Promise<AuditEvent[]> {
    const row = await lockReport(manager, organisationId, reportId);
    const events: AuditEvent[] = [];
    for (const { id } of await this.contacts.ofReport(manager, organisationId, reportId)) {
      const all = ['store_and_match'] as const;
      events.push((await this.withdrawals.withdrawIn(manager, actor, id, all)).event);
    }
    await this.contacts.forget(manager, organisationId, reportId);
    await manager.query(
      `UPDATE reports SET record = $3, fingerprint = $4, version = version + 1, updated_at = now()
       WHERE organisation_id = $1 AND id = $2`,
      [
        organisationId,
        reportId,
        seal.sealJson(reportPlace(reportId), nothingSaid),
        fingerprintOf(seal, nothingSaid),
      ],
    );
    await manager.query(
      'DELETE FROM report_sources WHERE organisation_id = $1 AND report_id = $2',
      [organisationId, reportId],
    );
    const { memberId } = actor;
    const subject = { subjectType: 'report', subjectId: reportId };
    const detail = { caseId: row.case_id };
    return [
      ...events,
      { organisationId, memberId, action: 'report.taken-back', ...subject, detail },
    ];
  }
}
