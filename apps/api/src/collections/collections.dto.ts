import { collectionKinds, heldReasons, holdLiftReasons } from '@athar/registry';
import { z } from 'zod';
import { day, id, pageOf, pageQuery } from '../http/index.js';

const label = z.string().trim().min(1, '1 to 200 characters').max(200, '1 to 200 characters');

const terms = {
  mayMatch: z.boolean().meta({ description: 'The custodian allows matching', example: true }),
  mayDisclose: z.boolean().meta({ description: 'The custodian allows telling families' }),
  embargoUntil: day
    .nullable()
    .meta({ description: 'Nothing is matched before this day', example: null }),
  legalHold: z.boolean().meta({ description: 'Nothing of it may be removed' }),
};

const kind = z.enum(collectionKinds);
const title = label.meta({ example: 'Invented photo archive' });
const custodian = label.meta({ example: 'Invented archive keepers' });
const dateRange = z
  .string()
  .max(60, 'at most 60 characters')
  .nullable()
  .meta({ description: 'EDTF interval that the source covers', example: '2015/2024' });

const numberWindowDays = z.int().min(0, '0 to 366 days').max(366, '0 to 366 days').meta({
  description:
    'Most days between photographs of one person with one number: numbers are given again',
  example: 7,
});

export const newCollection = z
  .strictObject({
    kind,
    title,
    custodian,
    dateRange: dateRange.optional(),
    numberWindowDays: numberWindowDays.optional(),
    mayMatch: terms.mayMatch.optional(),
    mayDisclose: terms.mayDisclose.optional(),
    embargoUntil: terms.embargoUntil.optional(),
    legalHold: terms.legalHold.optional(),
  })
  .meta({ id: 'NewCollection' });

export const collectionChange = newCollection
  .omit({ kind: true })
  .partial()
  .extend({
    holdLiftedBecause: z
      .enum(holdLiftReasons)
      .optional()
      .meta({ description: 'Needed where a legal hold is lifted; it is recorded' }),
  })
  .meta({ id: 'CollectionChange' });

export const collection = z
  .object({
    id,
    kind,
    title: z.string().meta({ example: 'Invented photo archive' }),
    dateRange,
    custodian: z.string().meta({ example: 'Invented archive keepers' }),
    numberWindowDays,
    ...terms,
    own: z.boolean().meta({
      description: 'Your organisation keeps it: only its stewards change it and bring files in',
    }),
    heldBecause: z
      .enum(heldReasons)
      .nullable()
      .meta({ description: 'Why its entries are held back today', example: null }),
    version: z.int().meta({ example: 1 }),
    entries: z.int().meta({ description: 'How many entries it has', example: 320 }),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'Collection' });

export const collectionsQuery = z.strictObject(pageQuery);
export const collectionsPage = pageOf(collection).meta({ id: 'CollectionsPage' });
