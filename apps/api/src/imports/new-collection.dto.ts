import type { NewCollectionOfFile } from '@athar/registry';
import { z } from 'zod';
import { newCollection } from '../collections/collections.dto.js';
import { importQuery } from './imports.dto.js';

const fields = newCollection.shape;
const told = z.enum(['true', 'false']).optional();

/** What an address says of the file, and of the collection that is made for it. */
export const newCollectionImportQuery = importQuery.extend({
  title: fields.title,
  custodian: fields.custodian,
  collectionKind: fields.kind.optional().meta({
    description:
      'Left out: other, whose entries are not compared with civil records; of a civil register it is needed',
  }),
  dateRange: fields.dateRange.unwrap().unwrap().optional(),
  numberWindowDays: z
    .string()
    .regex(/^\d{1,3}$/, '0 to 366 days')
    .transform(Number)
    .pipe(z.int().max(366, '0 to 366 days'))
    .optional()
    .meta({
      description:
        'Most days between photographs of one person with one number; 7 where it is left out',
      example: '7',
    }),
  mayMatch: told.meta({ description: 'The custodian allows matching; true where it is left out' }),
  mayDisclose: told.meta({
    description:
      'The custodian allows telling families, and exports; false where it is left out: then exports of ' +
      'the collection are empty',
  }),
  embargoUntil: fields.embargoUntil.unwrap().unwrap().optional(),
  legalHold: told.meta({ description: 'Nothing of it may be removed' }),
});

/** The collection that an address asks for. */
export function collectionAsked(
  query: Omit<z.output<typeof newCollectionImportQuery>, 'format'>,
): NewCollectionOfFile {
  const { title, custodian, collectionKind: kind, dateRange, numberWindowDays } = query;
  return {
    ...(kind === undefined ? {} : { kind }),
    ...{ title, custodian, dateRange, numberWindowDays },
    mayMatch: yesOrNo(query.mayMatch),
    mayDisclose: yesOrNo(query.mayDisclose),
    embargoUntil: query.embargoUntil,
    legalHold: yesOrNo(query.legalHold),
  };
}

function yesOrNo(text: 'true' | 'false' | undefined): boolean | undefined {
  return text === undefined ? undefined : text === 'true';
}
