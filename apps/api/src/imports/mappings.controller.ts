import { Body, Controller, Delete, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { Mappings, type MappingView } from '@athar/imports';
import type { Page } from '@athar/persistence';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, IfMatch, id } from '../http/index.js';
import {
  deletedMapping,
  mappingChange,
  mappingView,
  mappingsPage,
  mappingsQuery,
  newMapping,
} from './mappings.dto.js';

/** What headers stand for, kept for the next file with the same headers. */
@ApiTags('imports')
@Controller('import-mappings')
export class MappingsController {
  constructor(private readonly mappings: Mappings) {}

  @Post()
  @DescribeRoute({
    summary: 'Save a mapping of headers',
    description:
      'For those who may bring such files in. A file with the same set of headers uses it, unless ' +
      'it comes with a mapping of its own.',
    status: 201,
    answers: mappingView,
    errors: [404, 409],
  })
  async save(
    @CurrentActor() actor: Actor,
    @Body({ schema: newMapping }) body: z.output<typeof newMapping>,
    @Res({ passthrough: true }) response: Response,
  ): Promise<MappingView> {
    const view = await this.mappings.save(actor, body);
    response.location(`/api/import-mappings/${view.id}`);
    return view;
  }

  @Get()
  @DescribeRoute({ summary: 'Saved mappings, newest first', answers: mappingsPage })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: mappingsQuery }) query: z.output<typeof mappingsQuery>,
  ): Promise<Page<MappingView>> {
    return this.mappings.list(actor, query);
  }

  @Get(':id')
  @DescribeRoute({ summary: 'One saved mapping', answers: mappingView, errors: [404] })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) mappingId: string,
  ): Promise<MappingView> {
    return this.mappings.read(actor, mappingId);
  }

  @Patch(':id')
  @DescribeRoute({
    summary: 'Change a saved mapping',
    description: 'What is left out stays.',
    answers: mappingView,
    errors: [404, 409],
    conditional: true,
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) mappingId: string,
    @IfMatch() version: number,
    @Body({ schema: mappingChange }) body: z.output<typeof mappingChange>,
  ): Promise<MappingView> {
    return this.mappings.update(actor, mappingId, version, body);
  }

  @Delete(':id')
  @DescribeRoute({
    summary: 'Forget a saved mapping',
    answers: deletedMapping,
    errors: [404],
    conditional: true,
  })
  async delete(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) mappingId: string,
    @IfMatch() version: number,
  ): Promise<{ id: string }> {
    await this.mappings.delete(actor, mappingId, version);
    return { id: mappingId };
  }
}
