import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { ReportExport } from '@athar/cases';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute } from '../http/index.js';
import { mediaTypes, newReportExport } from './exports.dto.js';

/** Reports that leave the house. */
@ApiTags('reports')
@Controller('exports/reports')
export class ReportExportsController {
  constructor(private readonly reports: ReportExport) {}

  @Post()
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Your organisation’s reports as a file that can be imported again',
    description:
      'For coordinators; recorded. CSV, XLSX or JSON Lines under the columns of imports, sent while ' +
      'it is read. Withdrawn reports and relatives are left out. Brought in again, the file changes ' +
      'nothing; what no column holds (sightings, further relatives, single sources) is not in it.',
    file: Object.values(mediaTypes),
  })
  async export(
    @CurrentActor() actor: Actor,
    @Body({ schema: newReportExport }) { format }: z.output<typeof newReportExport>,
    @Res() response: Response,
  ): Promise<void> {
    const write = await this.reports.begin(actor, format);
    response
      .type(mediaTypes[format])
      .attachment(`reports.${format}`)
      .setHeader('cache-control', 'no-store');
    await write(response);
    response.end();
  }
}
