import {
  collectionKinds,
  confusionReasons,
  numberLikenesses,
  numberPlaces,
  readReasons,
} from '@athar/registry';
import { z } from 'zod';
import { id } from '../http/index.js';

const readOn = z.enum(numberPlaces);

export const numberSearch = z
  .strictObject({
    number: z
      .string()
      .trim()
      .min(1, '1 to 60 characters')
      .max(60, '1 to 60 characters')
      .meta({ description: 'As it was read or told, in digits of any shape', example: '٢٣٤٥ ب' }),
    readOn: readOn.optional().meta({ description: 'Only numbers read in this place' }),
    collectionId: id.optional(),
    reason: z.enum(readReasons).meta({ description: 'Why you search; it is recorded' }),
  })
  .meta({ id: 'NumberSearch' });

const hit = z
  .object({
    entryId: id,
    collection: z.object({ id, title: z.string(), kind: z.enum(collectionKinds) }),
    number: z.string().meta({ description: 'As the entry has it', example: '٣٣٤٥ ب' }),
    readOn,
    branch: z.string().nullable(),
    photoDates: z.array(z.string()).meta({ description: 'EDTF' }),
    likeness: z.enum(numberLikenesses).meta({
      description: 'The same number, its digits with another letter, or one with a digit misread',
    }),
    confusion: z
      .object({
        position: z.int().meta({
          description: 'Place in the digits asked for, from 1 at the left; 0 is a zero in front',
        }),
        asked: z.string().meta({ example: '2' }),
        found: z.string().meta({ example: '3' }),
        because: z.enum(confusionReasons),
      })
      .nullable(),
  })
  .meta({ id: 'NumberHit' });

export const numberHits = z
  .object({
    hits: z.array(hit),
    more: z.boolean().meta({ description: 'There are more: name a place or a collection' }),
  })
  .meta({ id: 'NumberHits' });
