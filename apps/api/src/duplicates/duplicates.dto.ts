import { linkKinds } from '@athar/cases';
import { z } from 'zod';
import { likePairFields } from '../candidates/like-pairs.dto.js';
import { id } from '../http/index.js';
import { documentFields } from '../reports/document.dto.js';

const reference = z.string().meta({ example: '4827-1953-0617-42' });
const moment = z.string().meta({ example: '2030-01-31T09:30:00.000Z' });

const side = z
  .object({
    id,
    caseId: id,
    caseReference: reference,
    enteredBy: id,
    enteredAt: moment,
    document: z.object(documentFields),
    kinship: z.array(z.object({ id, kind: z.enum(linkKinds), subjectCaseId: id.nullable() })).meta({
      description: 'Links of the two cases as relatives; remove them to judge same_person',
    }),
  })
  .meta({ id: 'DuplicateSide' });

export const duplicate = z
  .object({ ...likePairFields, left: side, right: side })
  .meta({ id: 'Duplicate' });

export const checkQuery = z.strictObject({
  locale: z.enum(['ar', 'en']).default('ar').meta({ description: 'Language of the sentences' }),
  probability: z
    .enum(['true', 'false'])
    .default('false')
    .meta({ description: 'Adds the probability, which is learned on simulated people' }),
});

export const reportedBefore = z
  .object({
    items: z.array(
      z.object({
        reportId: id,
        caseId: id,
        caseReference: reference,
        enteredBy: id,
        enteredAt: moment,
        names: documentFields.person.shape.names,
        band: z.enum(['weak', 'fair', 'strong']),
        parts: z.array(
          z.object({
            kind: z.string().meta({ example: 'name' }),
            code: z.string().meta({ example: 'same-sound' }),
            speaks: z.enum(['for', 'against']),
            sentence: z.string(),
          }),
        ),
        probability: z.number().exactOptional().meta({ example: 0.93 }),
      }),
    ),
  })
  .meta({ id: 'ReportedBefore' });

export const caseMerges = z
  .object({
    items: z.array(
      z.object({
        id,
        intoCaseId: id,
        fromCaseId: id,
        fromReference: reference,
        duplicateId: id.meta({ description: 'Revoke this pair to undo the merge' }),
        reportIds: z.array(id),
        mergedBy: id,
        mergedAt: moment,
        undoneBy: id.nullable(),
        undoneAt: moment.nullable(),
        undoReason: z.string().nullable(),
      }),
    ),
  })
  .meta({ id: 'CaseMerges' });
