import {
  STATED_NOT_EVIDENCE,
  awaitedReadings,
  collectionKinds,
  entryCategories,
  entryStates,
  numberPlaces,
  readReasons,
  sourceKinds,
} from '@athar/registry';
import { z } from 'zod';
import { id, pageOf, pageQuery } from '../http/index.js';

const reason = z.enum(readReasons).meta({ description: 'Why you read; it is recorded' });
const category = z.enum(entryCategories);
const state = z.enum(entryStates);
const text = z.string();
const texts = z.array(text);

const flag = z
  .enum(['true', 'false'])
  .transform((value) => value === 'true')
  .meta({ example: 'true' });

export const entryQuery = z.strictObject({ reason });

export const entriesQuery = z.strictObject({
  ...pageQuery,
  reason,
  collectionId: id.optional(),
  category: category.optional(),
  state: state.optional(),
  importId: id.optional().meta({ description: 'Only what this import of yours brought' }),
  hasName: flag.optional(),
  hasNumber: flag.optional(),
  awaits: z.enum(awaitedReadings).optional().meta({ description: 'Which reading is awaited' }),
});

const unconfirmed = z
  .literal(true)
  .optional()
  .meta({ description: 'Read by one person, or by two who differ, and not settled' });

const names = z
  .object({
    asWritten: texts.optional(),
    transcribed: z
      .array(
        z.object({
          text,
          reader: text.optional(),
          confidence: z.number().optional(),
          unconfirmed,
        }),
      )
      .optional(),
    given: text.optional().meta({ example: 'Amrun' }),
    father: text.optional(),
    grandfather: text.optional(),
    family: text.optional(),
    mother: text.optional(),
    knownAs: texts.optional(),
  })
  .meta({ id: 'EntryNames' });

const document = z
  .object({
    sourceId: text.optional().meta({ description: 'The row’s id in its source' }),
    names,
    numbers: z.array(
      z.object({ value: text, readOn: z.enum(numberPlaces).optional(), unconfirmed }),
    ),
    branch: text.optional(),
    hospital: text.optional(),
    photoDates: texts.optional().meta({ description: 'EDTF' }),
    sex: z.enum(['male', 'female']).optional(),
    age: z.object({ value: z.number(), unit: z.enum(['years', 'days']) }).optional(),
    birthDate: text.optional().meta({ description: 'EDTF' }),
    homeGovernorate: text.optional(),
    homePlace: text.optional(),
    marks: texts.optional(),
    category,
    state,
    civil: z
      .object({
        registerPlace: text.optional(),
        registerNumber: text.optional(),
        registeredOn: text.optional().meta({ description: 'EDTF' }),
        diedOn: text.optional().meta({ description: 'EDTF, as stated' }),
      })
      .optional(),
    images: texts.optional().meta({ description: 'Opaque references' }),
    remarks: text.optional(),
  })
  .meta({ id: 'EntryDocument' });

const sourceSummary = {
  id,
  kind: z.enum(sourceKinds).meta({ example: 'row' }),
  version: z.int(),
  importId: id.nullable().meta({ description: 'null: of no import, or of another organisation' }),
  row: z.int().nullable().meta({ description: 'Line of the import’s file', example: 12 }),
  memberId: id.nullable(),
  writtenAt: text,
};

const source = z.object({ id, title: text, kind: z.enum(collectionKinds) });

export const entry = z
  .object({
    id,
    collection: source,
    category,
    state,
    version: z.int(),
    revision: text.meta({ example: '12' }),
    createdAt: text,
    updatedAt: text,
    removedAt: text
      .nullable()
      .meta({ description: 'Since when none of its sources is left', example: null }),
    document,
    statedCause: z
      .object({
        text,
        asStated: z.literal(true),
        caution: z.literal(STATED_NOT_EVIDENCE),
      })
      .nullable()
      .meta({ description: 'What a paper names as the cause of death; known to be false in many' }),
    awaitsReading: z
      .enum([...awaitedReadings, 'none'])
      .meta({ description: 'While a second reading is awaited, the first is not shown' }),
    sources: z.array(z.object(sourceSummary)).meta({ description: 'What it is made of' }),
    provenance: z
      .record(text, z.array(id))
      .meta({ description: 'Ids of the sources that gave each field' }),
  })
  .meta({ id: 'Entry' });

export const entriesPage = pageOf(
  z
    .object({
      id,
      collection: source,
      category,
      state,
      version: z.int(),
      names,
      namePartCount: z.int().meta({ description: 'Given, father, grandfather, family, mother' }),
      numberCount: z.int(),
      markCount: z.int(),
    })
    .meta({ id: 'EntrySummary' }),
).meta({ id: 'EntriesPage' });
