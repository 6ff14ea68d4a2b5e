import type { Language, SafeHours } from '@athar/families';
import type { PageRequest } from '@athar/persistence';

export const taskKinds = ['call', 'other'] as const;
export type TaskKind = (typeof taskKinds)[number];

export const taskStates = ['open', 'done', 'cancelled'] as const;
export type TaskState = (typeof taskStates)[number];

export type TaskEndState = Exclude<TaskState, 'open'>;

/** Why the service ended a task by itself: the relative, or every relative of the case, withdrew. */
export const taskEndReasons = ['consent_withdrawn', 'case_withdrawn'] as const;
export type TaskEndReason = (typeof taskEndReasons)[number];

/** What is sealed of a task. */
export interface TaskRecord {
  /** What is to be done. */
  note?: string;
  /** What came of it. */
  outcome?: string;
}

/** What of a task can be changed while it is open. */
export interface TaskPlan {
  /** Full day, `2026-03-01`. */
  dueOn: string;
  /** A member of the organisation; left out: who enters it. */
  assignedTo?: string;
  note?: string;
}

export interface NewTask extends TaskPlan {
  caseId: string;
  kind: TaskKind;
  /** The relative whom it concerns; a call needs one who agreed to being called. */
  contactId?: string;
}

/** Whom to call, and when it does no harm. */
export interface TaskContact {
  id: string;
  name: string;
  phone?: string;
  language: Language;
  /** Say to nobody but her who is calling. */
  discreet: boolean;
  safeHours?: SafeHours;
  /** Whether she agrees to being called at this moment. */
  agrees: boolean;
}

export interface TaskView extends TaskRecord {
  id: string;
  caseId: string;
  reference: string;
  kind: TaskKind;
  contactId: string | null;
  /** While the task is open. */
  contact: TaskContact | null;
  /** What is to be said, word for word; null: nothing is prescribed. */
  sentence: string | null;
  dueOn: string;
  assignedTo: string;
  state: TaskState;
  /** Counts edits; send it as If-Match with the next one. */
  version: number;
  createdBy: string;
  createdAt: string;
  endedBy: string | null;
  endedAt: string | null;
  /** null: open, ended by a member, or ended before reasons were kept. */
  endedBecause: TaskEndReason | null;
}

export interface TaskFilter extends PageRequest {
  state?: TaskState | undefined;
  assignedTo?: string | undefined;
  caseId?: string | undefined;
  /** Full day, included. */
  dueBy?: string | undefined;
}
