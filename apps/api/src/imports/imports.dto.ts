import { importModes, importStates } from '@athar/imports';
import { TABLE_FORMATS } from '@athar/tabular';
import { z } from 'zod';
import { id, pageOf, pageQuery } from '../http/index.js';

const yesOrNo = z.enum(['true', 'false']).default('false');
const format = z.enum(TABLE_FORMATS);
const state = z.enum(importStates);
const mode = z.enum(importModes);

export const importQuery = z.strictObject({
  mode: mode.default('keep_good').meta({
    description: 'keep_good: bad rows are set apart; all_or_nothing: one bad row refuses the file',
  }),
  dryRun: yesOrNo.meta({ description: 'Only tells what would be added, changed, unchanged' }),
  format: format.optional().meta({ description: 'Left out: by the ending of fileName' }),
  fileName: z.string().min(1).max(255).optional().meta({ example: 'list.csv' }),
  ignoreUnknown: yesOrNo.meta({ description: 'Leaves out columns that are not known' }),
  mapping: z.string().max(10_000).optional().meta({
    description: 'JSON object: header of the file to column of the registry',
    example: '{"first name":"given_name"}',
  }),
});

/** What the text of `mapping` must hold. */
export const mappingSchema = z.record(z.string().max(200), z.string().max(200));

const counts = z.object({
  rows: z.int().meta({ description: 'Rows read so far', example: 320 }),
  bad: z.int().meta({ description: 'Rows with errors', example: 2 }),
  added: z.int().meta({ example: 300 }),
  changed: z.int().meta({ example: 8 }),
  unchanged: z.int().meta({ example: 10 }),
});

export const importView = z
  .object({
    id,
    collectionId: id,
    memberId: id,
    state: state.meta({ description: 'It has ended when neither receiving nor applying' }),
    mode,
    dryRun: z.boolean(),
    format,
    fileName: z.string().nullable().meta({ example: 'list.csv' }),
    counts,
    firstRevision: z.string().nullable().meta({ example: '1' }),
    lastRevision: z.string().nullable().meta({ example: '308' }),
    failureCode: z.string().nullable().meta({ example: null }),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Import' });

export const importsQuery = z.strictObject({
  ...pageQuery,
  collectionId: id.optional(),
  state: state.optional(),
});
export const importsPage = pageOf(importView).meta({ id: 'ImportsPage' });

export const errorsQuery = z.strictObject({
  ...pageQuery,
  code: z
    .string()
    .regex(/^[a-z-]{1,60}$/, 'a code as unknown-word')
    .optional(),
});
export const errorsPage = pageOf(
  z
    .object({
      row: z.int().meta({ description: 'Line of the file, or row of the sheet', example: 17 }),
      column: z.string().meta({ example: 'age' }),
      code: z.string().meta({ example: 'bad-age' }),
      expected: z.string().meta({ example: 'years as 34, or days as "3 days"' }),
      fix: z.string().meta({ example: 'Write one number; a range goes to remarks.' }),
    })
    .meta({ id: 'ImportError' }),
).meta({ id: 'ImportErrorsPage' });
