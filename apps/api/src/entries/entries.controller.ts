import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import type { Page } from '@athar/persistence';
import { Entries, Registry, type EntryReading, type EntrySummary } from '@athar/registry';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, id } from '../http/index.js';
import { entriesPage, entriesQuery, entry, entryQuery } from './entries.dto.js';

/** What the archives say. There is no search here: reading is for work that has a reason. */
@ApiTags('registry')
@Controller('entries')
export class EntriesController {
  constructor(
    private readonly entries: Entries,
    private readonly registry: Registry,
  ) {}

  @Get()
  @DescribeRoute({
    summary: 'Entries, oldest first',
    description: 'For stewards and reviewers. Who read which entries, and why, is recorded.',
    answers: entriesPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: entriesQuery }) query: z.output<typeof entriesQuery>,
  ): Promise<Page<EntrySummary>> {
    return this.entries.list(actor, query.reason, query);
  }

  @Get(':id')
  @DescribeRoute({
    summary: 'One entry',
    description: 'For stewards and reviewers. Who read it, and why, is recorded.',
    answers: entry,
    errors: [404],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) entryId: string,
    @Query({ schema: entryQuery }) query: z.output<typeof entryQuery>,
  ): Promise<EntryReading> {
    return this.registry.readEntry(actor, entryId, query.reason);
  }
}
