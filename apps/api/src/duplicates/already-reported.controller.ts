import { Body, Controller, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { AlreadyReported, type ReportedBefore } from '@athar/candidates';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute } from '../http/index.js';
import { reportDocument } from '../reports/document.dto.js';
import { checkQuery, reportedBefore } from './duplicates.dto.js';

/** The check before a report is saved. */
@ApiTags('reports')
@Controller('reports/check')
export class AlreadyReportedController {
  constructor(private readonly alreadyReported: AlreadyReported) {}

  @Post()
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Was this person reported already?',
    description:
      'For caseworkers and coordinators. Send what is known so far of a report, with a name at least; the ' +
      'open reports of your organisation that fit are given, best first. No entry of an archive is looked at, and ' +
      'nothing is kept but that the reports shown were read.',
    answers: reportedBefore,
    errors: [409],
  })
  async check(
    @CurrentActor() actor: Actor,
    @Body({ schema: reportDocument }) document: z.output<typeof reportDocument>,
    @Query({ schema: checkQuery }) { locale, probability }: z.output<typeof checkQuery>,
  ): Promise<{ items: ReportedBefore[] }> {
    const withProbability = probability === 'true';
    const request = { document, locale, withProbability };
    return { items: await this.alreadyReported.check(actor, request) };
  }
}
