import { Controller, Get, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { EntryExport, type ExportSummary } from '@athar/registry';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute } from '../http/index.js';
import { exportQuery, exportSummary, mediaTypes, summaryQuery } from './exports.dto.js';

/** Entries that leave the house. */
@ApiTags('registry')
@Controller('exports/entries')
export class ExportsController {
  constructor(private readonly entries: EntryExport) {}

  @Get()
  @DescribeRoute({
    summary: 'Entries as a file that can be imported again',
    description:
      'For stewards. CSV, XLSX or JSON Lines under the columns of imports, sent while it is read. ' +
      'Entries under embargo and those whose custodian does not allow disclosure are left out: the ' +
      'header X-Athar-Left-Out says how many for which reason. Who exported what, and why, is recorded.',
    file: Object.values(mediaTypes),
    errors: [404],
  })
  async export(
    @CurrentActor() actor: Actor,
    @Query({ schema: exportQuery }) query: z.output<typeof exportQuery>,
    @Res() response: Response,
  ): Promise<void> {
    const { summary, write } = await this.entries.begin(actor, query);
    const leftOut = summary.leftOut.map(({ reason, entries }) => `${reason}=${entries}`);
    response
      .type(mediaTypes[query.format])
      .attachment(`entries.${query.format}`)
      .setHeader('X-Athar-Left-Out', leftOut.join(', '));
    await write(response);
    response.end();
  }

  @Get('summary')
  @DescribeRoute({
    summary: 'What an export would hold, and what it would leave out',
    description: 'For stewards. Of what is left out: how much, why, and what to change.',
    answers: exportSummary,
    errors: [404],
  })
  summary(
    @CurrentActor() actor: Actor,
    @Query({ schema: summaryQuery }) { collectionId }: z.output<typeof summaryQuery>,
  ): Promise<ExportSummary> {
    return this.entries.summary(actor, collectionId);
  }
}
