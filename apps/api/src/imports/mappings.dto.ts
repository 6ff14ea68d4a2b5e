import { z } from 'zod';
import { id, pageOf, pageQuery } from '../http/index.js';
import { dateOrder, kind, mappingSchema } from './imports.dto.js';

const content = {
  name: z.string().trim().min(1).max(80).meta({ example: 'Lists of the hospital' }),
  headers: z
    .array(z.string().min(1).max(200))
    .min(1)
    .max(200)
    .meta({ description: 'All headers of the file', example: ['الرقم', 'الكنية', 'اسم الأب'] }),
  mapping: mappingSchema.meta({
    description: 'Header to column, where they differ; empty text leaves the column out',
    example: { الكنية: 'family_name' },
  }),
  ignoreUnknown: z.boolean().meta({ description: 'Leaves out columns that are not known' }),
  dateOrder: dateOrder.nullable().meta({
    description: 'Of day, month and year in dates such as 5/6/2013; null: nobody has told it',
    example: 'dmy',
  }),
};

export const newMapping = z
  .strictObject({
    kind,
    collectionId: id.optional().meta({ description: 'Left out: for the whole organisation' }),
    ...content,
    ignoreUnknown: content.ignoreUnknown.default(false),
    dateOrder: content.dateOrder.default(null),
  })
  .meta({ id: 'NewImportMapping' });

export const mappingChange = z
  .strictObject({
    name: content.name.optional(),
    headers: content.headers.optional(),
    mapping: content.mapping.optional(),
    ignoreUnknown: content.ignoreUnknown.optional(),
    dateOrder: content.dateOrder.optional(),
  })
  .meta({ id: 'ImportMappingChange' });

export const mappingView = z
  .object({
    id,
    kind,
    collectionId: id.nullable(),
    ...content,
    version: z.int().meta({ example: 1 }),
    createdAt: z.string(),
    updatedAt: z.string(),
  })
  .meta({ id: 'ImportMapping' });

export const mappingsQuery = z.strictObject({
  ...pageQuery,
  kind: kind.default('entries'),
  collectionId: id.optional().meta({ description: 'With those of the whole organisation' }),
});
export const mappingsPage = pageOf(mappingView).meta({ id: 'ImportMappingsPage' });

export const deletedMapping = z.object({ id }).meta({ id: 'DeletedImportMapping' });
