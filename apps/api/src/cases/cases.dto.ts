import { caseStatuses } from '@athar/cases';
import { z } from 'zod';
import { id, pageOf, pageQuery } from '../http/index.js';

export const caseSchema = z
  .object({
    id,
    reference: z.string().meta({ example: '4827-1953-0617-42' }),
    status: z.enum(caseStatuses).meta({
      description: 'Who is no reviewer sees `open` where a review is under way',
    }),
    mergedInto: id.nullable().meta({
      description: 'The case that took in the reports of this one; null: it was not merged',
    }),
    reportIds: z.array(id),
    openedBy: id,
    openedAt: z.string(),
  })
  .meta({ id: 'Case' });

export const casesQuery = z.strictObject({
  ...pageQuery,
  status: z.enum(caseStatuses).optional(),
  reference: z.string().max(60, 'at most 60 characters').optional().meta({
    description: 'As typed: spaces, hyphens and Arabic digits do not matter',
    example: '4827-1953-0617-42',
  }),
  mine: z.enum(['true', 'false']).optional().meta({ description: 'Only cases that you opened' }),
  openedBy: id.optional().meta({ description: 'A member; `mine` goes before it' }),
  assignedTo: id.optional().meta({ description: 'A member who has an open task of the case' }),
  needsAttention: z.enum(['true', 'false']).optional().meta({
    description: 'Only cases with an open task that is due; with assignedTo, one of that member',
  }),
});

export const casesPage = pageOf(caseSchema).meta({ id: 'CasesPage' });
