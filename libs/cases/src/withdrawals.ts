import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor, type AuditEvent } from '@athar/access';
import { Consents, type Purpose } from '@athar/families';
import { Outbox } from '@athar/notifications';
import { Database } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { CaseStatus } from './case-status.js';
import type { ReportState } from './report.js';
import { TaskCancelling, type CancelledTasks } from './tasks/task-cancelling.js';

/** What a relative's withdrawal has ended. */
export interface WithdrawalView {
  contactId: string;
  reportId: string;
  /** Consents that were in force until now. */
  ended: Purpose[];
  /** `withdrawn` where this relative was the last who agreed to matching: it is not matched any more. */
  reportState: ReportState;
  /** Messages that waited for this relative and will not be sent. */
  messagesCancelled: number;
  /** Calls that were planned and will not be made: to this relative, or where she was the last, of the case. */
  callsCancelled: number;
  /** Other open tasks that ended with it. */
  tasksCancelled: number;
}

/** Ends what a relative no longer agrees to: at once, and all of it in one transaction. */
@Injectable()
export class Withdrawals {
  constructor(
    private readonly database: Database,
    private readonly consents: Consents,
    private readonly outbox: Outbox,
    private readonly tasks: TaskCancelling,
    private readonly status: CaseStatus,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Takes consents of one relative back; `store_and_match` takes all back. Doing it again changes
   * nothing.
   *
   * @throws RoleMissing, ContactNotFound
   */
  async withdraw(
    actor: Actor,
    contactId: string,
    purposes: readonly Purpose[],
  ): Promise<WithdrawalView> {
    requireRole(actor, 'caseworker', 'coordinator');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const { view, event } = await this.withdrawIn(manager, actor, contactId, purposes);
      await this.audit.record(manager, event);
      return view;
    });
  }

  /** As {@link withdraw}, in the caller's transaction, who records the event last. @throws ContactNotFound */
  async withdrawIn(
    manager: EntityManager,
    actor: Actor,
    contactId: string,
    purposes: readonly Purpose[],
  ): Promise<{ view: WithdrawalView; event: AuditEvent }> {
    const { organisationId, memberId } = actor;
    const withdrawn = await this.consents.withdraw(manager, actor, contactId, purposes);
    const { reportId, ended, mayStillMatch } = withdrawn;
    const messagesCancelled = await this.outbox.cancel(manager, organisationId, contactId, ended);
    const own = await this.tasks.ofContact(manager, actor, contactId, ended);
    const last = mayStillMatch ? none : await this.endReport(manager, actor, reportId);
    const reportState: ReportState = mayStillMatch ? 'open' : 'withdrawn';
    const counts = {
      messagesCancelled,
      callsCancelled: own.calls + last.calls,
      tasksCancelled: own.others + last.others,
    };
    const event: AuditEvent = {
      ...{ organisationId, memberId, action: 'consent.withdrawn' },
      ...{ subjectType: 'contact', subjectId: contactId },
      detail: { purposes: ended, reportState, ...counts },
    };
    return { view: { contactId, reportId, ended, reportState, ...counts }, event };
  }

  /** Ends the case too where no report of it is left. */
  private async endReport(
    manager: EntityManager,
    actor: Actor,
    reportId: string,
  ): Promise<CancelledTasks> {
    const { organisationId } = actor;
    const [[report]] = await manager.query<[{ case_id: string }[], number]>(
      `UPDATE reports SET state = 'withdrawn', version = version + 1, updated_at = now()
       WHERE organisation_id = $1 AND id = $2 AND state = 'open' RETURNING case_id`,
      [organisationId, reportId],
    );
    if (!report) return none;
    // Held first, so that of two reports that end at once the second is seen to be the last.
    await manager.query('SELECT 1 FROM cases WHERE organisation_id = $1 AND id = $2 FOR UPDATE', [
      organisationId,
      report.case_id,
    ]);
    const open = await manager.query<unknown[]>(
      `SELECT 1 FROM reports WHERE organisation_id = $1 AND case_id = $2 AND state = 'open' LIMIT 1`,
      [organisationId, report.case_id],
    );
    if (open.length > 0) return none;
    await this.status.apply(manager, actor, report.case_id, 'withdrawn');
    return this.tasks.ofCase(manager, actor, report.case_id);
  }
}

const none: CancelledTasks = { calls: 0, others: 0 };
