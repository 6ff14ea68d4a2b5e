import { dateOrders } from '@athar/dates';
import { importKinds, importModes, importStates, reasonLanguages } from '@athar/imports';
import { leftOutReasons } from '@athar/registry';
import { TABLE_ENCODINGS, TABLE_FORMATS } from '@athar/tabular';
import { z } from 'zod';
import { id, pageOf, pageQuery } from '../http/index.js';

const yesOrNo = z.enum(['true', 'false']).default('false');
const format = z.enum(TABLE_FORMATS);
const state = z.enum(importStates);
const mode = z.enum(importModes);
export const dateOrder = z.enum(dateOrders);
export const kind = z.enum(importKinds).meta({
  description: 'entries of the registry, titles of photographs, or reports of families',
});

/** What a file does not say itself, in an address. */
export const fileQuery = {
  format: format.optional().meta({ description: 'Left out: by the ending of fileName' }),
  fileName: z.string().min(1).max(255).optional().meta({ example: 'list.csv' }),
  sheet: z.string().min(1).max(100).optional().meta({
    description: 'Name of a workbook’s sheet, or its place as #2; the first that is shown',
    example: '#2',
  }),
  headerRow: z
    .string()
    .regex(/^[1-9][0-9]{0,3}$/, 'a row from 1 to 9999')
    .optional()
    .meta({ description: 'Row that holds the column names; found where left out', example: '3' }),
  encoding: z.enum(TABLE_ENCODINGS).optional().meta({
    description: 'Encoding of a text file; found where left out',
    example: 'windows-1256',
  }),
};

export const importQuery = z.strictObject({
  mode: mode.default('keep_good').meta({
    description: 'keep_good: bad rows are set apart; all_or_nothing: one bad row refuses the file',
  }),
  dryRun: yesOrNo.meta({ description: 'Only tells what would be added, changed, unchanged' }),
  ...fileQuery,
  ignoreUnknown: yesOrNo.meta({ description: 'Leaves out columns that are not known' }),
  mapping: z
    .string()
    .max(10_000)
    .optional()
    .meta({
      description:
        'JSON object: header of the file to column; empty text leaves a column out. Left out: the ' +
        'saved mapping for these headers, where there is one',
      example: '{"first name":"given_name"}',
    }),
  mappingId: z
    .union([id, z.literal('none')])
    .optional()
    .meta({
      description: 'The saved mapping to be used; none for none at all',
    }),
  dateOrder: dateOrder.optional().meta({
    description:
      'Order of day, month and year in dates such as 5/6/2013; usual in Syria: dmy. Left out: that of ' +
      'the saved mapping, if it was saved with this collection or is named by mappingId; else dates of which it is not sure which number is the month are refused',
    example: 'dmy',
  }),
  saveMappingAs: z.string().trim().min(1).max(80).optional().meta({
    description: 'Keeps what the headers stood for under this name',
    example: 'Lists of the hospital',
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
  undone: z.int().meta({ description: 'Taken back', example: 0 }),
  stayed: z.int().meta({
    description: 'Once it was undone or cancelled: rows that were not taken back; before 0',
    example: 0,
  }),
});

const progress = z.object({
  received: z.int().meta({ description: 'Rows', example: 320 }),
  applied: z.int().meta({ description: 'Rows', example: 120 }),
  share: z.number().nullable().meta({
    description: 'Of the step at hand, 0 to 1; null where it cannot be known',
    example: 0.375,
  }),
});

export const importView = z
  .object({
    id,
    kind,
    collectionId: id.nullable(),
    exportsClosedBy: z
      .enum(leftOutReasons)
      .nullable()
      .meta({
        description:
          'Why entries of the collection are left out of exports today: no_disclosure (change mayDisclose of ' +
          'the collection, where its custodian allows it) or embargo. Null: they are in them',
        example: 'no_disclosure',
      }),
    memberId: id,
    state: state.meta({ description: 'It has ended when finishedAt is there' }),
    mode,
    dryRun: z.boolean(),
    format,
    fileName: z.string().nullable().meta({ example: 'list.csv' }),
    sheet: z.string().nullable().meta({ example: null }),
    sheetsLeft: z.array(z.string()).meta({
      description: 'Other sheets of the workbook, which were not read; at most 50',
      example: [],
    }),
    headerRow: z.int().nullable().meta({ example: 1 }),
    encoding: z.string().nullable().meta({ example: 'utf-8' }),
    dateOrder: dateOrder.nullable().meta({ example: 'dmy' }),
    datesRead: z
      .array(
        z.object({
          column: z.string().meta({ example: 'birth_date' }),
          written: z.string().meta({ example: '5/6/2013' }),
          read: z.string().meta({ description: 'EDTF', example: '2013-06-05' }),
        }),
      )
      .meta({
        description: 'Its first dates that were read as another form of theirs',
      }),
    foreseen: z.record(z.string(), z.int()).meta({
      description:
        'Of a dry run of titles: how many groups, of one person each, its photographs would be in',
      example: { groups: 4 },
    }),
    mappingId: id.nullable(),
    mappingName: z.string().nullable().meta({
      description: 'Of the saved mapping that was used, or under which what was used is saved',
      example: 'Lists of the hospital',
    }),
    counts,
    stayed: z
      .array(
        z.object({
          why: z.enum(['named-by-import', 'worked-with', 'not-its-own']),
          rows: z.int().meta({ example: 5 }),
          import: z
            .object({ id, fileName: z.string().nullable(), createdAt: z.string() })
            .nullable(),
        }),
      )
      .meta({
        description:
          'Why rows stayed when it was undone, or taken back by cancelling. named-by-import: another import says the same; ' +
          'worked-with: people judged, read or changed what they became; not-its-own: what they say ' +
          'was there without it',
        example: [],
      }),
    progress,
    firstRevision: z.string().nullable().meta({ example: '1' }),
    lastRevision: z.string().nullable().meta({ example: '308' }),
    failureCode: z.string().nullable().meta({ example: null }),
    badRowsUntil: z
      .string()
      .nullable()
      .meta({
        description:
          'Until when the bad rows can be had: 30 days after the end. Null while it goes on, where there ' +
          'are none, and once it was undone, which removes them at once',
        example: null,
      }),
    createdAt: z.string(),
    finishedAt: z.string().nullable(),
  })
  .meta({ id: 'Import' });

export const importsQuery = z.strictObject({
  ...pageQuery,
  kind: kind.optional(),
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
  language: z.enum(reasonLanguages).default('en').meta({ description: 'Of the reasons' }),
});
export const errorsPage = pageOf(
  z
    .object({
      row: z.int().meta({ description: 'Line of the file, or row of the sheet', example: 17 }),
      column: z.string().meta({ example: 'age' }),
      code: z.string().meta({ example: 'bad-age' }),
      expected: z.string().meta({ example: 'years as 34, or days as "3 days"' }),
      fix: z.string().meta({ example: 'Write one number; a range goes to remarks.' }),
      reason: z.string().meta({
        description: 'What is wrong and what to do, in the language asked for',
        example: 'عمر غير مقروء: اكتب عدداً واحداً بالسنوات مثل 34.',
      }),
    })
    .meta({ id: 'ImportError' }),
).meta({ id: 'ImportErrorsPage' });

export const previewQuery = z.strictObject({
  ...pageQuery,
  outcome: z.enum(['added', 'changed', 'unchanged']).optional(),
});
export const previewPage = pageOf(
  z
    .object({
      row: z.int().meta({ description: 'Line of the file, or row of the sheet', example: 17 }),
      outcome: z.enum(['added', 'changed', 'unchanged']),
      fields: z.array(z.string()).meta({
        description: 'Names of the fields that would change',
        example: ['age', 'names.father'],
      }),
    })
    .meta({ id: 'PreviewedRow' }),
).meta({ id: 'PreviewedRowsPage' });

export const badRowsQuery = z.strictObject({
  format: format.optional().meta({ description: 'Left out: that of the file' }),
  language: z.enum(reasonLanguages).default('ar').meta({ description: 'Of the reasons' }),
});
