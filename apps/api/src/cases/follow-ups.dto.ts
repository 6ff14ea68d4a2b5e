import { followUpKinds } from '@athar/cases';
import { z } from 'zod';
import { written } from '../contacts/contacts.dto.js';
import { day, id, pageOf, pageQuery } from '../http/index.js';

const kind = z.enum(followUpKinds);
const happenedOn = day.meta({
  description: 'Not after today: what is still to be done is a task',
  example: '2026-03-01',
});
const text = written(20_000).meta({ example: 'She asks to be called after six.' });

export const newFollowUp = z
  .strictObject({
    kind,
    happenedOn,
    text,
    contactId: id.exactOptional().meta({ description: 'The relative it was with' }),
    correctsId: id.exactOptional().meta({
      description: 'With the kind correction: the entry that it puts right',
    }),
  })
  .meta({ id: 'NewFollowUp' });

export const followUp = z
  .object({
    id,
    caseId: id,
    kind,
    happenedOn: z.string().meta({ example: '2026-03-01' }),
    contactId: id.nullable(),
    correctsId: id.nullable(),
    text,
    enteredBy: id,
    enteredAt: z.string(),
  })
  .meta({ id: 'FollowUp' });

export const followUpsQuery = z.strictObject({ ...pageQuery, kind: kind.optional() });

export const followUpsPage = pageOf(followUp).meta({ id: 'FollowUpsPage' });
