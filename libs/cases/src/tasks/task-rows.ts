import type { ContactRecord, Language } from '@athar/families';
import { renderMessage, type TemplateName } from '@athar/notifications';
import type { Place, Seal } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { TaskNotFound } from '../case-work-errors.js';
import type {
  TaskContact,
  TaskEndReason,
  TaskKind,
  TaskRecord,
  TaskState,
  TaskView,
} from './task.js';

/** A task with its case's reference, the relative it concerns, and who is to be named in a call. */
export interface TaskRow {
  id: string;
  case_id: string;
  reference: string;
  kind: TaskKind;
  contact_id: string | null;
  contact_record: Buffer | null;
  language: Language;
  discreet: boolean;
  agrees: boolean;
  template: TemplateName | null;
  organisation: string;
  phone: string;
  due_on: string;
  assigned_to: string;
  state: TaskState;
  record: Buffer;
  version: number;
  created_by: string;
  created_at: Date;
  ended_by: string | null;
  ended_at: Date | null;
  ended_because: TaskEndReason | null;
  /** The day as a moment, for the place in a list. */
  at: string;
}

/** Selects {@link TaskRow}s; a WHERE follows. `t` is the task. */
export const selectTasks = `
  SELECT t.id, t.case_id, c.reference, t.kind, t.contact_id, k.record AS contact_record, k.language,
    coalesce(k.discreet, false) OR o.discreet AS discreet, t.template, o.name AS organisation, o.phone,
    EXISTS (SELECT FROM consents n WHERE n.organisation_id = t.organisation_id
      AND n.contact_id = t.contact_id AND n.purpose = 'message_call' AND n.withdrawn_at IS NULL) AS agrees,
    t.due_on::text, t.assigned_to, t.state, t.record, t.version, t.created_by, t.created_at,
    t.ended_by, t.ended_at, t.ended_because, (t.due_on::timestamp AT TIME ZONE 'UTC')::text AS at
  FROM tasks t
    JOIN organisations o ON o.id = t.organisation_id
    JOIN cases c ON c.organisation_id = t.organisation_id AND c.id = t.case_id
    LEFT JOIN contacts k ON k.organisation_id = t.organisation_id AND k.id = t.contact_id`;

/** Where a task's sealed part lives. */
export function taskPlace(id: string): Place {
  return { table: 'tasks', column: 'record', row: id };
}

/** @throws TaskNotFound */
export async function findTask(
  manager: EntityManager,
  organisationId: string,
  id: string,
): Promise<TaskRow> {
  const [row] = await manager.query<TaskRow[]>(
    `${selectTasks} WHERE t.organisation_id = $1 AND t.id = $2`,
    [organisationId, id],
  );
  if (!row) throw new TaskNotFound();
  return row;
}

export function toTaskView(seal: Seal, row: TaskRow): TaskView {
  return {
    id: row.id,
    caseId: row.case_id,
    reference: row.reference,
    kind: row.kind,
    contactId: row.contact_id,
    contact: row.state === 'open' ? contactOf(seal, row) : null,
    sentence: sentenceOf(row),
    dueOn: row.due_on,
    assignedTo: row.assigned_to,
    state: row.state,
    ...seal.openJson<TaskRecord>(taskPlace(row.id), row.record),
    version: row.version,
    createdBy: row.created_by,
    createdAt: row.created_at.toISOString(),
    endedBy: row.ended_by,
    endedAt: row.ended_at?.toISOString() ?? null,
    endedBecause: row.ended_because,
  };
}

function contactOf(seal: Seal, row: TaskRow): TaskContact | null {
  const { contact_id: id, contact_record: sealed } = row;
  if (id === null || sealed === null) return null;
  const place = { table: 'contacts', column: 'record', row: id };
  const { name, phone, safeHours } = seal.openJson<ContactRecord>(place, sealed);
  return {
    id,
    name,
    ...(phone === undefined ? {} : { phone }),
    language: row.language,
    discreet: row.discreet,
    ...(safeHours === undefined ? {} : { safeHours }),
    agrees: row.agrees,
  };
}

/** The sentence that families are told, the same whatever is known inside. */
function sentenceOf({ template, language, discreet, ...said }: TaskRow): string | null {
  if (template === null) return null;
  return renderMessage(template, language, said, discreet).text.trim();
}
