import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import type { Page } from '@athar/persistence';
import { Holders, type HolderView } from '@athar/places';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, IfMatch } from '../http/index.js';
import { code, holder, holderChange, holdersPage, holdersQuery, newHolder } from './places.dto.js';

/** Services, branches, prisons, hospitals and other forces. */
@ApiTags('places')
@Controller('holders')
export class HoldersController {
  constructor(private readonly holders: Holders) {}

  @Get()
  @DescribeRoute({
    summary: 'Holders, by code',
    description: 'For every member. Ask by kind, by what they belong to, or by where they stand.',
    answers: holdersPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: holdersQuery }) query: z.output<typeof holdersQuery>,
  ): Promise<Page<HolderView>> {
    return this.holders.list(actor, query);
  }

  @Post()
  @DescribeRoute({
    summary: 'Add a holder',
    description: 'For stewards.',
    status: 201,
    answers: holder,
    errors: [409],
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newHolder }) body: z.output<typeof newHolder>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<HolderView> {
    const view = await this.holders.create(actor, body);
    response.location(`/api/holders/${view.code}`);
    return view;
  }

  @Get(':code')
  @DescribeRoute({
    summary: 'One holder',
    description: 'For every member. The ETag is what an edit needs.',
    answers: holder,
    errors: [404],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: code }) holderCode: string,
  ): Promise<HolderView> {
    return this.holders.read(actor, holderCode);
  }

  @Patch(':code')
  @DescribeRoute({
    summary: 'Change a holder',
    description: 'For stewards. What is left out stays; what it was before is kept.',
    answers: holder,
    errors: [404],
    conditional: true,
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('code', { schema: code }) holderCode: string,
    @IfMatch() version: number,
    @Body({ schema: holderChange }) body: z.output<typeof holderChange>,
  ): Promise<HolderView> {
    return this.holders.update(actor, holderCode, version, body);
  }
}
