import { Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import { Imports, type ImportView, type NewImport } from '@athar/imports';
import type { Page } from '@athar/persistence';
import {
  PhotographFigures,
  PhotographLists,
  type DayCounts,
  type PhotographCounts,
  type PhotographGroupView,
  type TitleImportCounts,
} from '@athar/registry';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, id, leaveUnread } from '../http/index.js';
import { importView } from '../imports/imports.dto.js';
import { archiveAsked, newArchiveQuery, patternsHeader } from './new-archive.dto.js';
import {
  dayCounts,
  photographCounts,
  titleImportCounts,
  titlesQuery,
  uncertainGroups,
  uncertainQuery,
} from './photographs.dto.js';
import { titlesAsked } from './titles-upload.js';

/** Photographs of an archive by their titles: manifests, and what came of them. */
@ApiTags('registry')
@Controller()
export class PhotographsController {
  constructor(
    private readonly imports: Imports,
    private readonly lists: PhotographLists,
    private readonly figures: PhotographFigures,
  ) {}

  @Post('collections/:id/titles')
  @HttpCode(202)
  @ApiConsumes('text/plain', 'text/csv', 'application/octet-stream')
  @ApiBody({ description: 'The bytes of the file', schema: { type: 'string', format: 'binary' } })
  @DescribeRoute({
    summary: 'Bring a manifest of photo titles into a collection',
    description:
      'For stewards. A list of titles, a folder listing, or a table with a column title or path. ' +
      'Needs the collection’s title patterns. Answers once every title was read; ask for the import ' +
      'until it has ended. Titles that no pattern reads are its errors of the code title-unread.',
    status: 202,
    answers: importView,
    errors: [404, 409, 413],
    idempotent: true,
  })
  bring(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
    @Query({ schema: titlesQuery }) query: z.output<typeof titlesQuery>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportView> {
    return this.receive(actor, { collectionId }, { query, idempotent, request, response });
  }

  @Post('collections/titles')
  @HttpCode(202)
  @ApiConsumes('text/plain', 'text/csv', 'application/octet-stream')
  @ApiBody({ description: 'The bytes of the file', schema: { type: 'string', format: 'binary' } })
  @ApiHeader(patternsHeader)
  @DescribeRoute({
    summary: 'Bring a manifest of photo titles into a new collection',
    description:
      'For stewards. As into a collection that is there; the new one is made, with its title patterns, ' +
      'when the file came in whole, so that one that is refused or breaks off leaves nothing behind. A ' +
      'dry run reads every title and makes none.',
    status: 202,
    answers: importView,
    errors: [409, 413],
    idempotent: true,
  })
  bringIntoNew(
    @CurrentActor() actor: Actor,
    @Query({ schema: newArchiveQuery }) query: z.output<typeof newArchiveQuery>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<ImportView> {
    const newPlace = archiveAsked(query, request.header(patternsHeader.name));
    return this.receive(actor, { newPlace }, { query, idempotent, request, response });
  }

  @Get('imports/:id/photographs')
  @DescribeRoute({
    summary: 'What became of the photographs that an import named',
    description: 'For stewards and coordinators: their groups, and entries added, changed or left.',
    answers: titleImportCounts,
    errors: [404],
  })
  ofImport(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) importId: string,
  ): Promise<TitleImportCounts> {
    return this.figures.ofImport(actor, importId);
  }

  @Get('collections/:id/photographs')
  @DescribeRoute({
    summary: 'How many photographs, groups and entries a collection has',
    description: 'For stewards and coordinators.',
    answers: photographCounts,
    errors: [404],
  })
  ofCollection(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
  ): Promise<PhotographCounts> {
    return this.figures.ofCollection(actor, collectionId);
  }

  @Get('collections/:id/photographs/days')
  @DescribeRoute({
    summary: 'How many photographs each day has',
    description: 'For stewards. Days with more than the archive ever had are flagged.',
    answers: dayCounts,
    errors: [404],
  })
  aDay(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
  ): Promise<DayCounts> {
    return this.lists.aDay(actor, collectionId);
  }

  @Get('collections/:id/photographs/uncertain')
  @DescribeRoute({
    summary: 'Groups of photographs that their titles leave in doubt, oldest first',
    description: 'For stewards. Who read them, and why, is recorded.',
    answers: uncertainGroups,
    errors: [404],
  })
  uncertain(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
    @Query({ schema: uncertainQuery }) query: z.output<typeof uncertainQuery>,
  ): Promise<Page<PhotographGroupView>> {
    return this.lists.uncertain(actor, collectionId, query.reason, query);
  }

  private async receive(
    actor: Actor,
    place: Pick<NewImport, 'collectionId' | 'newPlace'>,
    { query, idempotent, request, response }: Upload,
  ): Promise<ImportView> {
    try {
      const { asked, bytes } = titlesAsked(place, query, request, idempotent?.key);
      const view = await this.imports.receive(actor, asked, bytes);
      response.location(`/api/imports/${view.id}`);
      return view;
    } finally {
      leaveUnread(request);
    }
  }
}

interface Upload {
  query: z.output<typeof titlesQuery>;
  idempotent: IdempotentRequest | undefined;
  request: Request;
  response: Response;
}
