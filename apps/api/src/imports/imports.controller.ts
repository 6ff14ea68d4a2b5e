import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import type { Page } from '@athar/persistence';
import {
  Imports,
  type ImportErrorView,
  type ImportView,
  type NewImport,
  type PreviewedRowView,
} from '@athar/imports';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, id, leaveUnread } from '../http/index.js';
import { collectionAsked, newCollectionImportQuery } from './new-collection.dto.js';
import {
  badRowsQuery,
  errorsPage,
  errorsQuery,
  importQuery,
  importView,
  importsPage,
  importsQuery,
  previewPage,
  previewQuery,
} from './imports.dto.js';
import { sendTable, tableMediaTypes } from './send-table.js';
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
    errors: [404, 409, 413],
    idempotent: true,
  })
  create(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
    @Query({ schema: importQuery }) query: z.output<typeof importQuery>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportView> {
    return this.receive(actor, { collectionId }, { query, idempotent, request, response });
  }

  @Post('collections/imports')
  @HttpCode(202)
  @ApiConsumes('text/csv', 'text/tab-separated-values', 'application/octet-stream')
  @ApiBody({ description: 'The bytes of the file', schema: { type: 'string', format: 'binary' } })
  @DescribeRoute({
    summary: 'Bring a file into a new collection',
    description:
      'For stewards. As into a collection that is there; the new one is made when the file came in ' +
      'whole, so that one that is refused or breaks off leaves nothing behind. A dry run checks the rows ' +
      'and makes none.',
    status: 202,
    answers: importView,
    errors: [409, 413],
    idempotent: true,
  })
  createInNew(
    @CurrentActor() actor: Actor,
    @Query({ schema: newCollectionImportQuery }) query: z.output<typeof newCollectionImportQuery>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportView> {
    const newPlace = collectionAsked(query);
    return this.receive(actor, { newPlace }, { query, idempotent, request, response });
  }

  @Get('imports')
  @DescribeRoute({
    summary: 'Your organisation’s imports, newest first',
    description:
      'Of the kinds that the member may see: entries and titles for stewards and coordinators, ' +
      'reports for caseworkers and coordinators.',
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
    description:
      'For those who may see such files: entries and titles for stewards and coordinators, reports ' +
      'for caseworkers and coordinators.',
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
      'For those who may see such files: entries and titles for stewards and coordinators, reports ' +
      'for caseworkers and coordinators. By row and column, with what to do; no value but the days ' +
      'that an unclear date may mean.',
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

  @Get('imports/:id/errors/file')
  @DescribeRoute({
    summary: 'The bad rows of an import as a file to be mended',
    description:
      'For those who may bring such files in; recorded. The rows as they were, with the same headers ' +
      'and a column of reasons in Arabic or English; the first 10,000. Mended, it is brought in ' +
      'like any file: the column of reasons is known and left out. Kept for 30 days after the end of ' +
      'the import (badRowsUntil), and not once it was undone; then the file has no rows.',
    file: Object.values(tableMediaTypes),
    errors: [404],
  })
  async badRows(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
    @Query({ schema: badRowsQuery }) query: z.output<typeof badRowsQuery>,
    @Res() response: Response,
  ): Promise<void> {
    const table = await this.imports.badRows(actor, importId, query.language);
    await sendTable(response, { ...table, format: query.format ?? table.format }, importId);
  }

  @Get('imports/:id/preview')
  @DescribeRoute({
    summary: 'What a dry run found that each row would do',
    description:
      'For those who may see such files: entries and titles for stewards and coordinators, reports ' +
      'for caseworkers and coordinators. Added, changed or unchanged, with the names of the fields ' +
      'that would change; never a value.',
    answers: previewPage,
    errors: [404],
  })
  preview(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
    @Query({ schema: previewQuery }) query: z.output<typeof previewQuery>,
  ): Promise<Page<PreviewedRowView>> {
    return this.imports.preview(actor, importId, query);
  }

  @Post('imports/:id/cancel')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Cancel an import that is being received or applied',
    description:
      'While it is received nothing comes in. While it is applied it stops after the rows at hand, ' +
      'and what came in is taken back where that can be done; the counts tell what stayed.',
    answers: importView,
    errors: [404, 409],
  })
  cancel(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
  ): Promise<ImportView> {
    return this.imports.cancel(actor, importId);
  }

  @Post('imports/:id/undo')
  @HttpCode(202)
  @DescribeRoute({
    summary: 'Take back what an import brought in',
    description:
      'For those who may bring such files in. A worker does it: ask for the import until it is ' +
      'undone. So is one that was given up half-way (failed with apply-, cancel- or undo-given-up). ' +
      'Refused with 409 where what it brought in has been worked with since, or it was undone already. ' +
      'What other imports say as well stays; the import then tells by which (stayed).',
    status: 202,
    answers: importView,
    errors: [404, 409],
  })
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
  ): Promise<ImportView> {
    return this.imports.undo(actor, importId);
  }

  private async receive(
    actor: Actor,
    place: Pick<NewImport, 'collectionId' | 'newPlace'>,
    { query, idempotent, request, response }: Upload,
  ): Promise<ImportView> {
    try {
      const asked = importAsked(query, request, idempotent?.key);
      const into = { ...asked, ...place, kind: 'entries' } as const;
      const view = await this.imports.receive(actor, into, bytesOf(request));
      response.location(`/api/imports/${view.id}`);
      return view;
    } finally {
      leaveUnread(request);
    }
  }
}

interface Upload {
  query: z.output<typeof importQuery>;
  idempotent: IdempotentRequest | undefined;
  request: Request;
  response: Response;
}
