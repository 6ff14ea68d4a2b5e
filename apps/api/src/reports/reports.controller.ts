import { Body, Controller, Get, Param, Post, Put, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import {
  ReportEditing,
  ReportIntake,
  ReportReading,
  type ReportSummary,
  type ReportView,
} from '@athar/cases';
import type { Page } from '@athar/persistence';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, IfMatch, id } from '../http/index.js';
import { reportDocument } from './document.dto.js';
import { newReport, report, reportsPage, reportsQuery } from './reports.dto.js';

/** What relatives say about the missing. */
@ApiTags('reports')
@Controller('reports')
export class ReportsController {
  constructor(
    private readonly intake: ReportIntake,
    private readonly editing: ReportEditing,
    private readonly reading: ReportReading,
  ) {}

  @Post()
  @DescribeRoute({
    summary: 'Take a report in',
    description:
      'For caseworkers and coordinators. Opens a case, or adds to the one of `caseReference`. ' +
      'Relatives who agreed to message_email are told that the report was registered.',
    status: 201,
    answers: report,
    idempotent: true,
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newReport }) body: z.output<typeof newReport>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ReportView> {
    const view = await this.intake.create(actor, body, idempotent);
    response.location(`/api/reports/${view.id}`);
    return view;
  }

  @Get()
  @DescribeRoute({
    summary: 'Reports, newest first',
    description: 'For caseworkers, coordinators and reviewers. Without relatives and papers.',
    answers: reportsPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: reportsQuery }) query: z.output<typeof reportsQuery>,
  ): Promise<Page<ReportSummary>> {
    return this.reading.list(actor, query);
  }

  @Get(':id')
  @DescribeRoute({
    summary: 'One report with the relatives who gave it',
    description:
      'For caseworkers, coordinators and reviewers. Recorded. The ETag is what an edit needs.',
    answers: report,
    errors: [404],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) reportId: string,
  ): Promise<ReportView> {
    return this.reading.get(actor, reportId);
  }

  @Put(':id')
  @DescribeRoute({
    summary: 'Replace what a report says',
    description:
      'For caseworkers and coordinators. Send the whole document; what is left out is removed. ' +
      'Relatives and consents stay as they are.',
    answers: report,
    errors: [404, 409],
    conditional: true,
  })
  replace(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) reportId: string,
    @IfMatch() version: number,
    @Body({ schema: reportDocument }) body: z.output<typeof reportDocument>,
  ): Promise<ReportView> {
    return this.editing.replace(actor, reportId, version, body);
  }
}
