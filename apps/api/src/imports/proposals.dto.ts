import { proposalReasons, sureness } from '@athar/imports';
import { TABLE_FORMATS } from '@athar/tabular';
import { z } from 'zod';
import { id } from '../http/index.js';
import { fileQuery, kind } from './imports.dto.js';

export const proposalQuery = z.strictObject({
  kind: kind.default('entries'),
  collectionId: id.optional().meta({ description: 'Its saved mappings go before the others' }),
  ...fileQuery,
});

export const proposalView = z
  .object({
    kind,
    format: z.enum(TABLE_FORMATS),
    sheet: z.string().nullable().meta({ description: 'That was read', example: null }),
    sheets: z.array(
      z.object({
        name: z.string().meta({ example: 'Sheet1' }),
        rows: z.int().optional().meta({ example: 320 }),
        hidden: z.boolean(),
      }),
    ),
    headerRow: z.int().nullable().meta({ example: 1 }),
    encoding: z.string().nullable().meta({ example: 'windows-1256' }),
    columns: z.array(
      z.object({
        header: z.string().meta({ example: 'الكنية' }),
        column: z.string().nullable().meta({ example: 'family_name' }),
        sure: z.enum(sureness).meta({
          description:
            'certain: used without being asked; likely: as mapping has it; guess: not in mapping, for a person',
        }),
        why: z.enum(proposalReasons),
        filled: z.int().meta({ description: 'Sampled rows that hold something', example: 198 }),
      }),
    ),
    sampled: z.int().meta({ description: 'Rows that were looked at', example: 200 }),
    mapping: z.record(z.string(), z.string()).meta({
      description: 'Ready to be sent with the file: what is certain or likely, no guesses',
      example: { الكنية: 'family_name' },
    }),
    mappingId: id.nullable().meta({ description: 'The saved mapping that is followed' }),
    problems: z.array(
      z.object({
        field: z.string().meta({ example: 'id' }),
        code: z.string().meta({ example: 'identity-column-missing' }),
        expected: z.string().meta({ example: 'a column "id" or a column "detainee_number"' }),
        fix: z.string().meta({ example: 'Add one of the two.' }),
      }),
    ),
  })
  .meta({ id: 'ImportProposal' });
