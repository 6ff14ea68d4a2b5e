import { linkKinds } from '@athar/cases';
import { z } from 'zod';
import { written } from '../contacts/contacts.dto.js';
import { id } from '../http/index.js';
import { date, place, source } from '../reports/person.dto.js';

const record = {
  date: date.exactOptional().meta({ description: 'EDTF; of the arrest, say', example: '2013-05~' }),
  place: place.exactOptional(),
  source,
  note: written(2000).exactOptional().meta({ example: 'Same checkpoint, same car' }),
};

const kind = z.enum(linkKinds).meta({ example: 'brother_of' });

export const newLink = z
  .strictObject({
    otherCaseId: id,
    kind,
    subject: z.enum(['this', 'other']).exactOptional().meta({
      description: 'Whose person is the father, the brother ...; left out: that of this case',
      example: 'this',
    }),
    ...record,
  })
  .meta({ id: 'NewCaseLink' });

export const link = z
  .object({
    id,
    kind,
    subject: z.enum(['this', 'other', 'both']).meta({
      description: '`both`: it reads the same from either case',
    }),
    otherCaseId: id,
    otherReference: z.string().meta({ example: '4827-1953-0617-42' }),
    ...record,
    addedBy: id,
    addedAt: z.string(),
  })
  .meta({ id: 'CaseLink' });

export const linkList = z.object({ items: z.array(link) }).meta({ id: 'CaseLinks' });

/** What was taken away. */
export const removed = z.object({ id }).meta({ id: 'Removed' });
