import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, agePageOf, agePlaceOf, type Page } from '@athar/persistence';
import type { TaskFilter, TaskView } from './task.js';
import { findTask, selectTasks, toTaskView, type TaskRow } from './task-rows.js';

/** Shows what is to be done; every reading is recorded, since it shows names and phones. */
@Injectable()
export class TaskReading {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /** One task. @throws RoleMissing, TaskNotFound */
  async get(actor: Actor, id: string): Promise<TaskView> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { organisationId, memberId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      const row = await findTask(manager, organisationId, id);
      const view = toTaskView(await this.keyRing.ofOrganisation(manager, organisationId), row);
      await this.audit.record(manager, {
        organisationId,
        memberId,
        action: 'task.read',
        subjectType: 'task',
        subjectId: id,
      });
      return view;
    });
  }

  /** The organisation's tasks, the first due first. @throws RoleMissing, InvalidCursor */
  async list(actor: Actor, filter: TaskFilter): Promise<Page<TaskView>> {
    requireRole(actor, 'caseworker', 'coordinator');
    const { after, limit } = agePlaceOf(filter);
    const { organisationId, memberId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      const rows = await manager.query<TaskRow[]>(listing, [
        organisationId,
        filter.state ?? null,
        filter.assignedTo ?? null,
        filter.caseId ?? null,
        filter.dueBy ?? null,
        after?.at ?? null,
        after?.id ?? null,
        limit + 1,
      ]);
      const seal = await this.keyRing.ofOrganisation(manager, organisationId);
      const page = agePageOf(
        rows,
        limit,
        (row) => row,
        (row) => toTaskView(seal, row),
      );
      await this.audit.record(manager, {
        organisationId,
        memberId,
        action: 'task.listed',
        subjectType: 'task',
        detail: { ids: page.items.map(({ id }) => id) },
      });
      return page;
    });
  }
}

const listing = `${selectTasks}
  WHERE t.organisation_id = $1 AND ($2::text IS NULL OR t.state = $2)
    AND ($3::uuid IS NULL OR t.assigned_to = $3) AND ($4::uuid IS NULL OR t.case_id IN (SELECT cases_made_one($4)))
    AND ($5::date IS NULL OR t.due_on <= $5)
    AND ($6::timestamptz IS NULL
      OR (t.due_on, t.id) > (($6::timestamptz AT TIME ZONE 'UTC')::date, $7::uuid))
  ORDER BY t.due_on, t.id LIMIT $8`;
