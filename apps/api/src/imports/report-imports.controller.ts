import { Controller, HttpCode, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import { Imports, type ImportView } from '@athar/imports';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, leaveUnread } from '../http/index.js';
import { importQuery, importView } from './imports.dto.js';
import { bytesOf, importAsked } from './upload.js';

/** Files of reports on their way in. */
@ApiTags('reports')
@Controller('reports/imports')
export class ReportImportsController {
  constructor(private readonly imports: Imports) {}

  @Post()
  @HttpCode(202)
  @ApiConsumes('text/csv', 'text/tab-separated-values', 'application/octet-stream')
  @ApiBody({ description: 'The bytes of the file', schema: { type: 'string', format: 'binary' } })
  @DescribeRoute({
    summary: 'Bring a file of reports in',
    description:
      'For caseworkers and coordinators. CSV, TSV, JSON Lines or XLSX, also as ODK and Kobo export ' +
      'it. Each row becomes a report with its case, relatives and consents, as if it were entered by ' +
      'hand; a row without consent to store and match is refused. Rows are known by id or _uuid, else ' +
      'by person and relative: the same again change nothing, a corrected one corrects its report ' +
      'unless that was edited by hand since. Follow it as any import.',
    status: 202,
    answers: importView,
    errors: [404, 409, 413],
    idempotent: true,
  })
  async create(
    @CurrentActor() actor: Actor,
    @Query({ schema: importQuery }) query: z.output<typeof importQuery>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportView> {
    try {
      const asked = importAsked(query, request, idempotent?.key);
      const view = await this.imports.receive(
        actor,
        { ...asked, kind: 'reports' },
        bytesOf(request),
      );
      response.location(`/api/imports/${view.id}`);
      return view;
    } finally {
      leaveUnread(request);
    }
  }
}
