import { taskEndReasons, taskKinds, taskStates } from '@athar/cases';
import { languages } from '@athar/families';
import { z } from 'zod';
import { record as contactRecord, written } from '../contacts/contacts.dto.js';
import { day, id, pageOf, pageQuery } from '../http/index.js';

const note = written(4000).exactOptional().meta({ example: 'Ask for the family booklet' });
const dueOn = day.meta({ example: '2026-03-01' });

const plan = {
  dueOn,
  assignedTo: id.exactOptional().meta({ description: 'A colleague; left out: you yourself' }),
  note,
};

export const taskPlan = z.strictObject(plan).meta({ id: 'TaskPlan' });

export const newTask = z
  .strictObject({
    caseId: id,
    kind: z.enum(taskKinds),
    contactId: id.exactOptional().meta({
      description: 'The relative whom it concerns; a call needs one who agreed to message_call',
    }),
    ...plan,
  })
  .meta({ id: 'NewTask' });

export const taskEnd = z
  .strictObject({
    state: z.enum(['done', 'cancelled']),
    outcome: written(4000).exactOptional().meta({ example: 'Reached; she will bring the booklet' }),
  })
  .meta({ id: 'TaskEnd' });

const taskContact = z.object({
  id,
  name: contactRecord.name,
  phone: contactRecord.phone,
  language: z.enum(languages),
  discreet: z.boolean().meta({ description: 'Say to nobody but this relative who is calling' }),
  safeHours: contactRecord.safeHours,
  agrees: z.boolean().meta({ description: 'Whether the relative agrees to calls at this moment' }),
});

export const task = z
  .object({
    id,
    caseId: id,
    reference: z.string().meta({ example: '4827-1953-0617-42' }),
    kind: z.enum(taskKinds),
    contactId: id.nullable(),
    contact: taskContact.nullable().meta({ description: 'While the task is open' }),
    sentence: z.string().nullable().meta({
      description: 'What is to be said, word for word; null: nothing is prescribed',
      example: 'Your request 4827-1953-0617-42 is registered. [...]',
    }),
    dueOn: z.string().meta({ example: '2026-03-01' }),
    assignedTo: id,
    state: z.enum(taskStates),
    note,
    outcome: written(4000).exactOptional(),
    version: z.int().meta({ example: 1 }),
    createdBy: id,
    createdAt: z.string(),
    endedBy: id.nullable(),
    endedAt: z.string().nullable(),
    endedBecause: z.enum(taskEndReasons).nullable().meta({
      description: 'Where the service ended it: the relative, or all of the case, withdrew',
    }),
  })
  .meta({ id: 'Task' });

export const tasksQuery = z.strictObject({
  ...pageQuery,
  mine: z.enum(['true', 'false']).optional().meta({ description: 'Only tasks assigned to you' }),
  assignedTo: id.optional().meta({ description: 'A member; `mine` goes before it' }),
  state: z.enum(taskStates).optional(),
  caseId: id.optional(),
  dueBy: day.optional().meta({ description: 'Included' }),
});

export const tasksPage = pageOf(task).meta({ id: 'TasksPage' });
