import { languages } from '@athar/families';
import { messageStates, templateNames } from '@athar/notifications';
import { z } from 'zod';
import { id, pageOf, pageQuery } from '../http/index.js';

export const message = z
  .object({
    id,
    caseId: id,
    contactId: id,
    template: z.enum(templateNames),
    channel: z.enum(['email', 'sms', 'call']),
    language: z.enum(languages),
    state: z.enum(messageStates),
    reason: z.string().nullable().meta({
      description:
        'Why it is not sent: mail-not-configured, mail-delayed, mail-refused, mail-undeliverable',
      example: null,
    }),
    attempts: z.int(),
    createdAt: z.string(),
    sentAt: z.string().nullable(),
  })
  .meta({ id: 'Message' });

export const caseMessagesQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(messageStates).optional(),
});

export const messagesQuery = caseMessagesQuery.extend({ caseId: id.optional() });

export const messagesPage = pageOf(message).meta({ id: 'MessagesPage' });
