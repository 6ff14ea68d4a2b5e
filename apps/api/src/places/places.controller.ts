import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import type { Page } from '@athar/persistence';
import {
  GazetteerLoading,
  Places,
  type GazetteerLoaded,
  type PlaceView,
  type Recognition,
} from '@athar/places';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, IfMatch } from '../http/index.js';
import { code, newPlace, place, placeChange, placesPage, placesQuery } from './places.dto.js';
import { gazetteerFiles, gazetteerLoaded, recogniseBody, recognition } from './recognition.dto.js';

/** The gazetteer's places, and what is recognised in free text. */
@ApiTags('places')
@Controller('places')
export class PlacesController {
  constructor(
    private readonly places: Places,
    private readonly loading: GazetteerLoading,
  ) {}

  @Get()
  @DescribeRoute({
    summary: 'Places, by code',
    description: 'For every member. Ask by level, or by parent for what lies directly in a place.',
    answers: placesPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: placesQuery }) query: z.output<typeof placesQuery>,
  ): Promise<Page<PlaceView>> {
    return this.places.list(actor, query);
  }

  @Post('recognise')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Recognise places and holders in a text',
    description: 'For every member. The text is neither kept nor recorded.',
    answers: recognition,
  })
  recognise(
    @CurrentActor() _actor: Actor,
    @Body({ schema: recogniseBody }) { text, expecting }: z.output<typeof recogniseBody>,
  ): Promise<Recognition> {
    return this.places.recognise(text, { expecting });
  }

  @Post('import')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Load the files of a public gazetteer',
    description:
      'For stewards. Adds places that are not there and spellings to those that are; good lines are ' +
      'kept, bad ones named. The same files again change nothing.',
    answers: gazetteerLoaded,
    errors: [413],
  })
  load(
    @CurrentActor() actor: Actor,
    @Body({ schema: gazetteerFiles }) body: z.output<typeof gazetteerFiles>,
  ): Promise<GazetteerLoaded> {
    return this.loading.load(actor, body);
  }

  @Post()
  @DescribeRoute({
    summary: 'Add a place',
    description: 'For stewards.',
    status: 201,
    answers: place,
    errors: [409],
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newPlace }) body: z.output<typeof newPlace>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<PlaceView> {
    const view = await this.places.create(actor, body);
    response.location(`/api/places/${view.code}`);
    return view;
  }

  @Get(':code')
  @DescribeRoute({
    summary: 'One place',
    description: 'For every member. The ETag is what an edit needs.',
    answers: place,
    errors: [404],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: code }) placeCode: string,
  ): Promise<PlaceView> {
    return this.places.read(actor, placeCode);
  }

  @Patch(':code')
  @DescribeRoute({
    summary: 'Change names, spellings or the parent of a place',
    description: 'For stewards. What is left out stays; what it was before is kept.',
    answers: place,
    errors: [404],
    conditional: true,
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: code }) placeCode: string,
    @IfMatch() version: number,
    @Body({ schema: placeChange }) body: z.output<typeof placeChange>,
  ): Promise<PlaceView> {
    return this.places.update(actor, placeCode, version, body);
  }
}
