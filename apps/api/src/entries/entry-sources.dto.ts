import { isEdtfDate } from '@athar/dates';
import {
  endsOfVersion,
  entryCategories,
  entryStates,
  numberPlaces,
  sourceKinds,
} from '@athar/registry';
import { z } from 'zod';
import { id } from '../http/index.js';

const word = z.string().trim().min(1, '1 to 200 characters').max(200, '1 to 200 characters');
const long = z.string().trim().min(1, '1 to 4000 characters').max(4000, '1 to 4000 characters');
const words = z.array(word).max(50, 'at most 50 items');
const date = z.string().max(60).refine(isEdtfDate, 'an EDTF date such as 2013-05 or 1987~');

/** May be corrected, or taken away with null. */
const corrected = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().optional();

const names = z.strictObject({
  asWritten: corrected(words),
  given: corrected(word.meta({ example: 'Amrun' })),
  father: corrected(word),
  grandfather: corrected(word),
  family: corrected(word),
  mother: corrected(word),
  knownAs: corrected(words),
  transcribed: corrected(
    z
      .array(
        z.strictObject({
          text: word,
          reader: word.optional(),
          confidence: z.number().min(0).max(1).optional(),
        }),
      )
      .max(50),
  ),
});

const civil = z.strictObject({
  registerPlace: corrected(word),
  registerNumber: corrected(word),
  registeredOn: corrected(date),
  diedOn: corrected(date),
  statedCause: corrected(long),
});

const correction = z
  .strictObject({
    names: names.optional(),
    numbers: corrected(
      z.array(z.strictObject({ value: word, readOn: z.enum(numberPlaces).optional() })).max(50),
    ),
    branch: corrected(word),
    hospital: corrected(word),
    photoDates: corrected(z.array(date).max(50)),
    sex: corrected(z.enum(['male', 'female'])),
    age: corrected(
      z.strictObject({ value: z.number().min(0).max(150), unit: z.enum(['years', 'days']) }),
    ),
    birthDate: corrected(date),
    homeGovernorate: corrected(word),
    homePlace: corrected(word),
    marks: corrected(words),
    category: corrected(z.enum(entryCategories)),
    state: corrected(z.enum(entryStates)),
    civil: corrected(civil),
    remarks: corrected(long),
  })
  .meta({ id: 'EntryCorrection', description: 'What is left out stays as the sources say' });

export const handCorrection = z
  .strictObject({
    document: correction,
    reason: z
      .string()
      .trim()
      .min(1, '1 to 500 characters')
      .max(500, '1 to 500 characters')
      .meta({ description: 'Why; it is kept sealed', example: 'The card shows another digit' }),
  })
  .meta({ id: 'HandCorrection' });

const version = {
  id,
  kind: z.enum(sourceKinds),
  version: z.int(),
  importId: id.nullable(),
  row: z.int().nullable(),
  memberId: id.nullable(),
  writtenAt: z.string(),
  document: z
    .record(z.string(), z.unknown())
    .meta({ description: 'What it says: part of an entry' }),
  reason: z.string().nullable().meta({ description: 'Why it was corrected by hand' }),
};

export const entryHistory = z
  .object({
    id,
    version: z.int(),
    revision: z.string(),
    removedAt: z.string().nullable(),
    sources: z.array(z.object(version)).meta({ description: 'What the entry is made of now' }),
    earlier: z
      .array(z.object({ ...version, replacedAt: z.string(), ended: z.enum(endsOfVersion) }))
      .meta({ description: 'Newest first, at most 200' }),
  })
  .meta({ id: 'EntryHistory' });
