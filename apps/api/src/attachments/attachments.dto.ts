import { attachmentKinds, attachmentTypes, removalReasons } from '@athar/attachments';
import { z } from 'zod';
import { id } from '../http/index.js';

export const attachmentQuery = z.strictObject({
  kind: z.enum(attachmentKinds).meta({ example: 'photo_of_missing' }),
});

export const removalQuery = z.strictObject({
  reason: z.enum(removalReasons).meta({ example: 'asked_by_family' }),
});

export const attachment = z
  .object({
    id,
    reportId: id,
    kind: z.enum(attachmentKinds),
    mediaType: z
      .enum(attachmentTypes)
      .meta({ description: 'By its bytes, whatever it was sent as', example: 'image/jpeg' }),
    bytes: z.int().meta({ description: 'Of the file as it is kept', example: 184_320 }),
    title: z.string().optional().meta({ example: 'At a wedding, 2010' }),
    fileName: z.string().optional().meta({ example: 'photo.jpg' }),
    addedBy: id,
    addedAt: z.string().meta({ example: '2026-03-01T10:00:00.000Z' }),
    removed: z
      .object({
        by: id,
        at: z.string().meta({ example: '2026-03-02T10:00:00.000Z' }),
        because: z.enum(removalReasons),
      })
      .nullable()
      .meta({ description: 'null: the file is there', example: null }),
  })
  .meta({ id: 'Attachment' });

export const attachments = z
  .object({ items: z.array(attachment) })
  .meta({ id: 'Attachments', description: 'At most 30 that are there, and those taken away' });
