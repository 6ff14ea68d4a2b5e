import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor, type IdempotentRequest } from '@athar/access';
import { Recipients } from '@athar/families';
import { Database, KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { CaseWorkChanged, InvalidCaseWork, TaskEnded, TaskNotFound } from '../case-work-errors.js';
import { caseToKeepUnder, requireCase, requireColleague } from '../known-ids.js';
import { Repeatable } from '../repeatable.js';
import type { NewTask, TaskEndState, TaskPlan, TaskRecord, TaskView } from './task.js';
import { findTask, taskPlace, toTaskView } from './task-rows.js';

/** Which task, as it was when it was read. */
export interface TaskAddress {
  id: string;
  expectedVersion: number;
}

/** Plans what is to be done, hands it on, and ends it. */
@Injectable()
export class TaskWork {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly recipients: Recipients,
    private readonly repeatable: Repeatable,
    private readonly audit: AuditTrail,
  ) {}

  /** @throws RoleMissing, CaseNotFound, InvalidCaseWork, IdempotencyKeyReused */
  async create(actor: Actor, task: NewTask, idempotent?: IdempotentRequest): Promise<TaskView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { organisationId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      const claim = await this.repeatable.claim(manager, actor, 'tasks.create', idempotent);
      if (claim.repeated) return this.view(manager, organisationId, claim.id);
      await requireCase(manager, organisationId, task.caseId);
      const { caseId: of, contactId } = task;
      const caseId = await caseToKeepUnder(manager, organisationId, of, contactId);
      if (task.kind === 'call') await this.requireCallable(manager, actor, contactId);
      const assignedTo = task.assignedTo ?? actor.memberId;
      await requireColleague(manager, organisationId, assignedTo);
      await this.insert(manager, actor, claim.id, { ...task, caseId, assignedTo });
      return this.finish(manager, actor, claim.id, 'created');
    });
  }

  /** Changes day, member or note of an open task. @throws RoleMissing, TaskNotFound, CaseWorkChanged, TaskEnded, InvalidCaseWork */
  async plan(actor: Actor, address: TaskAddress, plan: TaskPlan): Promise<TaskView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { organisationId, memberId } = actor;
    const assignedTo = plan.assignedTo ?? memberId;
    return this.database.inOrganisation(organisationId, async (manager) => {
      await lockOpen(manager, organisationId, address);
      await requireColleague(manager, organisationId, assignedTo);
      const record: TaskRecord = plan.note === undefined ? {} : { note: plan.note };
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      await manager.query(
        `UPDATE tasks SET due_on = $3, assigned_to = $4, record = $5, version = version + 1,
           updated_at = now() WHERE organisation_id = $1 AND id = $2`,
        [
          organisationId,
          address.id,
          plan.dueOn,
          assignedTo,
          seal.sealJson(taskPlace(address.id), record),
        ],
      );
      return this.finish(manager, actor, address.id, 'planned');
    });
  }

  /** Ends an open task. @throws RoleMissing, TaskNotFound, CaseWorkChanged, TaskEnded */
  async end(
    actor: Actor,
    address: TaskAddress,
    { state, outcome }: { state: TaskEndState; outcome?: string },
  ): Promise<TaskView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { organisationId, memberId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      const before = await lockOpen(manager, organisationId, address);
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      const place = taskPlace(address.id);
      const record: TaskRecord = {
        ...seal.openJson<TaskRecord>(place, before.record),
        ...(outcome === undefined ? {} : { outcome }),
      };
      await manager.query(
        `UPDATE tasks SET state = $3, record = $4, ended_by = $5, ended_at = now(),
           version = version + 1, updated_at = now() WHERE organisation_id = $1 AND id = $2`,
        [organisationId, address.id, state, seal.sealJson(place, record), memberId],
      );
      return this.finish(manager, actor, address.id, state);
    });
  }

  private async insert(
    manager: EntityManager,
    { organisationId, memberId }: Actor,
    id: string,
    task: NewTask & { assignedTo: string },
  ): Promise<void> {
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const record: TaskRecord = task.note === undefined ? {} : { note: task.note };
    await manager.query(
      `INSERT INTO tasks (id, organisation_id, case_id, contact_id, kind, due_on, assigned_to,
         created_by, record)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        id,
        organisationId,
        task.caseId,
        task.contactId ?? null,
        task.kind,
        task.dueOn,
        task.assignedTo,
        memberId,
        seal.sealJson(taskPlace(id), record),
      ],
    );
  }

  private async requireCallable(
    manager: EntityManager,
    { organisationId }: Actor,
    contactId: string | undefined,
  ): Promise<void> {
    const to =
      contactId === undefined
        ? undefined
        : await this.recipients.find(manager, organisationId, contactId, 'message_call');
    if (to?.agrees) return;
    throw new InvalidCaseWork([
      {
        field: '/contactId',
        code: 'no-consent-to-calls',
        expected: 'a relative who agreed to message_call',
        fix: 'Ask the relative and add the consent, or plan a task of another kind.',
      },
    ]);
  }

  private async view(
    manager: EntityManager,
    organisationId: string,
    id: string,
  ): Promise<TaskView> {
    const row = await findTask(manager, organisationId, id);
    return toTaskView(await this.keyRing.ofOrganisation(manager, organisationId), row);
  }

  private async finish(
    manager: EntityManager,
    { organisationId, memberId }: Actor,
    id: string,
    verb: string,
  ): Promise<TaskView> {
    const view = await this.view(manager, organisationId, id);
    await this.audit.record(manager, {
      organisationId,
      memberId,
      action: `task.${verb}`,
      subjectType: 'task',
      subjectId: id,
      detail: { caseId: view.caseId, assignedTo: view.assignedTo, dueOn: view.dueOn },
    });
    return view;
  }
}

async function lockOpen(
  manager: EntityManager,
  organisationId: string,
  { id, expectedVersion }: TaskAddress,
): Promise<{ record: Buffer }> {
  const [row] = await manager.query<{ version: number; state: string; record: Buffer }[]>(
    'SELECT version, state, record FROM tasks WHERE organisation_id = $1 AND id = $2 FOR UPDATE',
    [organisationId, id],
  );
  if (!row) throw new TaskNotFound();
  if (row.version !== expectedVersion) throw new CaseWorkChanged();
  if (row.state !== 'open') throw new TaskEnded();
  return row;
}
