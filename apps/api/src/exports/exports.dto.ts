import { reportExportFormats } from '@athar/cases';
import { exportFormats, leftOutReasons, readReasons, type ExportFormat } from '@athar/registry';
import { z } from 'zod';
import { id } from '../http/index.js';

const collectionId = id.optional().meta({ description: 'Left out: all collections' });

export const exportQuery = z.strictObject({
  format: z.enum(exportFormats),
  collectionId,
  reason: z.enum(readReasons).meta({ description: 'Why you export; it is recorded' }),
});

export const summaryQuery = z.strictObject({ collectionId });

export const exportSummary = z
  .object({
    entries: z.int().meta({ description: 'How many would be in the file', example: 320 }),
    leftOut: z
      .array(
        z.object({
          reason: z.enum(leftOutReasons),
          entries: z.int(),
          because: z.string().meta({
            example: 'The terms of their collection do not allow disclosure.',
          }),
          fix: z.string().meta({
            example: 'Where its custodian allows it, change mayDisclose of the collection to true.',
          }),
        }),
      )
      .meta({ description: 'What the custodians’ terms keep in the house' }),
  })
  .meta({ id: 'ExportSummary' });

export const newReportExport = z
  .strictObject({ format: z.enum(reportExportFormats) })
  .meta({ id: 'NewReportExport' });

export const newDecisionExport = z
  .strictObject({ format: z.literal('csv') })
  .meta({ id: 'NewDecisionExport' });

export const mediaTypes: Record<ExportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  jsonl: 'application/x-ndjson; charset=utf-8',
};
