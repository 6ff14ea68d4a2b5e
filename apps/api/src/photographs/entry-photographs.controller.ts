import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import type { Page } from '@athar/persistence';
import {
  PhotographFigures,
  PhotographHands,
  PhotographLists,
  type EntryPhotographs,
  type PhotographChangeView,
} from '@athar/registry';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, id } from '../http/index.js';
import {
  change,
  changesPage,
  changesQuery,
  entryPhotographs,
  merge,
  reasonQuery,
  split,
} from './photographs.dto.js';

/** The photographs of an entry, and what stewards make of them by hand. */
@ApiTags('registry')
@Controller()
export class EntryPhotographsController {
  constructor(
    private readonly lists: PhotographLists,
    private readonly hands: PhotographHands,
    private readonly figures: PhotographFigures,
  ) {}

  @Get('entries/:id/photographs')
  @DescribeRoute({
    summary: 'The photographs of an entry and why they are grouped',
    description: 'For stewards. Who read them, and why, is recorded.',
    answers: entryPhotographs,
    errors: [404],
  })
  async read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) entryId: string,
    @Query({ schema: reasonQuery }) query: z.output<typeof reasonQuery>,
  ): Promise<{ groups: EntryPhotographs[] }> {
    return { groups: await this.lists.ofEntry(actor, entryId, query.reason) };
  }

  @Post('entries/:id/photographs/split')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Make an entry of its own of some photographs',
    description:
      'For stewards of the organisation that keeps the collection. Later imports keep to it.',
    answers: change,
    errors: [404],
  })
  split(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: split }) body: z.output<typeof split>,
  ): Promise<PhotographChangeView> {
    return this.hands.split(actor, entryId, body);
  }

  @Post('entries/:id/photographs/merge')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Put the photographs of another entry to this one',
    description:
      'For stewards of the organisation that keeps the collection. This entry may have none yet; the ' +
      'other one must have some, and be of the same collection. What else it is made of stays with it. ' +
      'Later imports keep to it. Refused under legal hold.',
    answers: change,
    errors: [404, 409],
  })
  merge(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: merge }) body: z.output<typeof merge>,
  ): Promise<PhotographChangeView> {
    return this.hands.merge(actor, entryId, body);
  }

  @Get('collections/:id/photographs/changes')
  @DescribeRoute({
    summary: 'Splits and merges by hand in a collection, newest first',
    description: 'For stewards.',
    answers: changesPage,
    errors: [404],
  })
  changes(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
    @Query({ schema: changesQuery }) query: z.output<typeof changesQuery>,
  ): Promise<Page<PhotographChangeView>> {
    return this.figures.changes(actor, collectionId, query);
  }

  @Post('photograph-changes/:id/undo')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Take back a split or merge',
    description:
      'For stewards. Of several changes of the same photographs the latest goes first; changes of other ' +
      'entries do not matter. Refused under legal hold.',
    answers: change,
    errors: [404, 409],
  })
  undo(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) changeId: string,
  ): Promise<PhotographChangeView> {
    return this.hands.undo(actor, changeId);
  }
}
