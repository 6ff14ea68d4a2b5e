import { reportStates, warningCodes } from '@athar/cases';
import { z } from 'zod';
import { contact, newContact, written } from '../contacts/contacts.dto.js';
import { id, instant, pageOf, pageQuery } from '../http/index.js';
import { recognition } from '../places/recognition.dto.js';
import { documentFields } from './document.dto.js';
import { person } from './person.dto.js';

const reference = z.string().meta({
  description: 'The case’s reference, for the relative to keep',
  example: '4827-1953-0617-42',
});

export const newReport = z
  .strictObject({
    ...documentFields,
    contacts: z.array(newContact).max(20, 'at most 20 relatives').default([]).meta({
      description: 'At least one; each of them agrees to store_and_match',
    }),
    caseReference: written(60).exactOptional().meta({
      description: 'Adds the report to the case of another relative; left out: a case is opened',
      example: '4827-1953-0617-42',
    }),
  })
  .meta({ id: 'NewReport' });

const head = {
  id,
  caseId: id,
  reference,
  state: z.enum(reportStates),
  version: z.int().meta({ example: 1 }),
  enteredBy: id,
  enteredAt: z.string(),
  updatedAt: z.string(),
};

const warning = z
  .object({
    field: z.string().meta({ example: '/arrest/date' }),
    code: z.enum(warningCodes),
    against: z.string().meta({ example: '/person/birthDate' }),
  })
  .meta({ id: 'ReportWarning', description: 'Two dates that cannot both be true as they stand' });

const recognised = recognition
  .extend({ field: z.string().meta({ example: '/person/home/place' }) })
  .meta({
    id: 'RecognisedText',
    description: 'What a free text says of places and holders, by what is known of them now',
  });

export const report = z
  .object({
    ...head,
    ...documentFields,
    contacts: z.array(contact),
    warnings: z.array(warning),
    recognised: z.array(recognised),
  })
  .meta({ id: 'Report' });

export const reportsQuery = z.strictObject({
  ...pageQuery,
  state: z.enum(reportStates).optional(),
  caseId: id.optional(),
  enteredBy: id.optional().meta({ description: 'A member' }),
  enteredAfter: instant.optional().meta({ description: 'Included' }),
  enteredBefore: instant.optional().meta({ description: 'Not included' }),
});

export const reportsPage = pageOf(z.object({ ...head, person }).meta({ id: 'ReportSummary' })).meta(
  { id: 'ReportsPage' },
);
