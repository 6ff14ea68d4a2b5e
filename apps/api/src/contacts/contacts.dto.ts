import { consentWays, languages, proofs, purposes, relationships } from '@athar/families';
import { z } from 'zod';
import { day, id } from '../http/index.js';

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'a time of day, as 09:30');
const oneMailbox = /^[^\s<>()[\],;:"\\@]+@[^\s<>()[\],;:"\\@]+\.[^\s<>()[\],;:"\\@.]+$/u;

/** Text of 1 to `most` characters that are not all spaces; it is kept as it was written. */
export const written = (most: number) =>
  z.string().max(most, `1 to ${most} characters`).regex(/\S/, `1 to ${most} characters`);

const consent = {
  purpose: z.enum(purposes).meta({
    description: 'Without store_and_match of a relative nothing of that relative may be stored',
  }),
  givenOn: day.meta({ description: 'Not after today', example: '2026-03-01' }),
  way: z.enum(consentWays),
};

/** What is sealed of a relative. */
export const record = {
  name: written(200).meta({ example: 'Relative Placeholder' }),
  phone: z
    .string()
    .regex(/^[+\p{Nd} ().\-/]{3,40}$/u, 'a phone number of 3 to 40 digits, as +963 000 000')
    .exactOptional()
    .meta({ example: '+963 000 000' }),
  email: z
    .string()
    .max(254, 'one e-mail address')
    .regex(oneMailbox, 'one e-mail address')
    .exactOptional()
    .meta({ example: 'relative@example.org' }),
  safeHours: z
    .strictObject({
      from: time.meta({ example: '09:00' }),
      until: time.meta({ example: '17:30' }),
      timeZone: written(60).meta({ example: 'Europe/Berlin' }),
    })
    .exactOptional()
    .meta({ description: 'Messages are sent in these hours only' }),
  note: written(4000).exactOptional().meta({ example: 'Please call in the evening.' }),
};

const editable = {
  ...record,
  relationship: z.enum(relationships),
  language: z.enum(languages),
  discreet: z.boolean().exactOptional().meta({ description: 'No message may show who sent it' }),
};

export const contactEdit = z.strictObject(editable).meta({ id: 'ContactEdit' });

export const newContact = z
  .strictObject({
    ...editable,
    consents: z
      .array(z.strictObject(consent))
      .max(purposes.length, 'each purpose once')
      .default([]),
  })
  .meta({ id: 'NewContact' });

export const contact = z
  .object({
    id,
    reportId: id,
    ...record,
    relationship: z.enum(relationships),
    relationshipVerified: z.boolean(),
    verification: z
      .object({ way: z.enum(proofs), by: id, at: z.string() })
      .nullable()
      .meta({ description: 'Who saw what and when; null: nobody did' }),
    language: z.enum(languages),
    discreet: z.boolean(),
    consents: z.array(
      z.object({ ...consent, recordedAt: z.string(), withdrawnAt: z.string().nullable() }),
    ),
    version: z.int().meta({ example: 1 }),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Contact' });

export const newVerification = z
  .strictObject({ way: z.enum(proofs).meta({ description: 'What proves the relationship' }) })
  .meta({ id: 'NewVerification' });

export const newConsents = z
  .strictObject({
    consents: z
      .array(z.strictObject(consent))
      .min(1, 'at least one consent')
      .max(purposes.length, 'each purpose once'),
  })
  .meta({ id: 'NewConsents' });

export const consentsGiven = z
  .object({
    contact,
    given: z.array(z.enum(purposes)).meta({ description: 'Those that were not in force before' }),
    reportReopened: z.boolean().meta({
      description: 'The report had been withdrawn and is matched again',
    }),
  })
  .meta({ id: 'ConsentsGiven' });

export const newWithdrawal = z
  .strictObject({
    purposes: z
      .array(z.enum(purposes))
      .min(1, 'at least one purpose')
      .max(purposes.length, 'each purpose once')
      .meta({ description: 'store_and_match takes all consents back', example: ['message_email'] }),
  })
  .meta({ id: 'NewWithdrawal' });

export const withdrawal = z
  .object({
    contactId: id,
    reportId: id,
    ended: z.array(z.enum(purposes)).meta({ description: 'Consents in force until now' }),
    reportState: z.enum(['open', 'withdrawn']),
    messagesCancelled: z.int(),
    callsCancelled: z.int().meta({
      description: 'Open call tasks to this relative; of the case where she was the last to agree',
    }),
    tasksCancelled: z.int().meta({ description: 'Other open tasks that ended with them' }),
  })
  .meta({ id: 'Withdrawal' });
