import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import type { Page } from '@athar/persistence';
import { Imports, type ImportErrorView, type ImportView } from '@athar/imports';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, id } from '../http/index.js';
import {
  errorsPage,
  errorsQuery,
  importQuery,
  importView,
  importsPage,
  importsQuery,
} from './imports.dto.js';
import { bytesOf, importAsked } from './upload.js';

/** Files on their way into a collection. */
@ApiTags('registry')
@Controller()
export class ImportsController {
  constructor(private readonly imports: Imports) {}

  @Post('collections/:id/imports')
  @HttpCode(202)
  @ApiConsumes('text/csv', 'text/tab-separated-values', 'application/octet-stream')
  @ApiBody({ description: 'The bytes of the file', schema: { type: 'string', format: 'binary' } })
  @DescribeRoute({
    summary: 'Bring a file into a collection',
    description:
      'For stewards. CSV, TSV, JSON Lines or XLSX, read as it comes. Answers once every row was ' +
      'checked; ask for the import until it has ended. The same file again changes nothing.',
    status: 202,
    answers: importView,
    errors: [404, 413],
    idempotent: true,
  })
  async create(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
    @Query({ schema: importQuery }) query: z.output<typeof importQuery>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportView> {
    try {
      const asked = importAsked(collectionId, query, idempotent?.key);
      const view = await this.imports.receive(actor, asked, bytesOf(request));
      response.location(`/api/imports/${view.id}`);
      return view;
    } finally {
      // A client that is still sending would otherwise never look at the answer.
      request.resume();
    }
  }

  @Get('imports')
  @DescribeRoute({
    summary: 'Your organisation’s imports, newest first',
    description: 'For stewards and coordinators.',
    answers: importsPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: importsQuery }) query: z.output<typeof importsQuery>,
  ): Promise<Page<ImportView>> {
    return this.imports.list(actor, query);
  }

  @Get('imports/:id')
  @DescribeRoute({
    summary: 'How an import stands',
    description: 'For stewards and coordinators.',
    answers: importView,
    errors: [404],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
  ): Promise<ImportView> {
    return this.imports.read(actor, importId);
  }

  @Get('imports/:id/errors')
  @DescribeRoute({
    summary: 'What was wrong with the rows of an import',
    description:
      'For stewards and coordinators. By row and column, with what to do; never a value.',
    answers: errorsPage,
    errors: [404],
  })
  errors(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
    @Query({ schema: errorsQuery }) query: z.output<typeof errorsQuery>,
  ): Promise<Page<ImportErrorView>> {
    return this.imports.errors(actor, importId, query);
  }
}
