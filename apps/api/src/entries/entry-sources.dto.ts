import { doubtOf, isEdtfDate, latestToday } from '@athar/dates';
import { nameFlaw } from '@athar/imports';
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
const date = z
  .string()
  .max(60)
  .refine(isEdtfDate, 'an EDTF date such as 2013-05 or 1987~')
  .refine(
    (text) => doubtOf(text, latestToday(new Date())) === undefined,
    'a Gregorian date from 1850 on that is not after today',
  );
const name = word.refine(
  (text) => nameFlaw(text) === undefined,
  'a name of at least two letters, and no formula',
);
const allNames = z.array(name).max(50, 'at most 50 items');

const like = (example: string) => word.meta({ example });
const named = (example: string) => name.meta({ example });
const onDate = (example: string) => date.meta({ example });

/** May be corrected, or taken away with null. */
const corrected = <Schema extends z.ZodType>(schema: Schema) => schema.nullable().optional();

const names = z.strictObject({
  asWritten: corrected(allNames),
  given: corrected(named('Amrun')),
  father: corrected(named('Belun')),
  grandfather: corrected(named('Celun')),
  family: corrected(named('Delun')),
  mother: corrected(named('Felun')),
  knownAs: corrected(allNames),
  transcribed: corrected(
    z
      .array(
        z.strictObject({
          text: named('Amrun'),
          reader: like('R1').optional(),
          confidence: z.number().min(0).max(1).optional(),
        }),
      )
      .max(50),
  ),
});

const civil = z.strictObject({
  registerPlace: corrected(like('Invented town')),
  registerNumber: corrected(like('12')),
  registeredOn: corrected(onDate('2014-05')),
  diedOn: corrected(onDate('2014-05-02')),
  statedCause: corrected(long.meta({ example: 'As the paper says' })),
});

const correction = z
  .strictObject({
    names: names.optional(),
    numbers: corrected(
      z
        .array(z.strictObject({ value: like('2615'), readOn: z.enum(numberPlaces).optional() }))
        .max(50),
    ),
    branch: corrected(like('215')),
    hospital: corrected(like('601')),
    photoDates: corrected(z.array(date).max(50)),
    sex: corrected(z.enum(['male', 'female'])),
    age: corrected(
      z.strictObject({ value: z.number().min(0).max(150), unit: z.enum(['years', 'days']) }),
    ),
    birthDate: corrected(onDate('1987~')),
    homeGovernorate: corrected(like('Idlib')),
    homePlace: corrected(like('Invented village')),
    marks: corrected(words),
    category: corrected(z.enum(entryCategories)),
    state: corrected(z.enum(entryStates)),
    civil: corrected(civil),
    remarks: corrected(long.meta({ example: 'Seen on a second card' })),
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
