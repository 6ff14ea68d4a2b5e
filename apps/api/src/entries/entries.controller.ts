import { Body, Controller, Get, Param, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import type { Page } from '@athar/persistence';
import {
  Entries,
  EntryHistory,
  HandCorrections,
  Registry,
  type EntryHistoryView,
  type EntryReading,
  type EntrySummary,
  type HandDocument,
} from '@athar/registry';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, IfMatch, id } from '../http/index.js';
import { entriesPage, entriesQuery, entry, entryQuery } from './entries.dto.js';
import { entryHistory, handCorrection } from './entry-sources.dto.js';

/** What the archives say. There is no search here: reading is for work that has a reason. */
@ApiTags('registry')
@Controller('entries')
export class EntriesController {
  constructor(
    private readonly entries: Entries,
    private readonly registry: Registry,
    private readonly history: EntryHistory,
    private readonly corrections: HandCorrections,
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

  @Get(':id/history')
  @DescribeRoute({
    summary: 'What an entry is made of, and was',
    description:
      'For stewards: every source with what it says, and the earlier versions of each. Recorded.',
    answers: entryHistory,
    errors: [404],
  })
  readHistory(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) entryId: string,
    @Query({ schema: entryQuery }) query: z.output<typeof entryQuery>,
  ): Promise<EntryHistoryView> {
    return this.history.read(actor, entryId, query.reason);
  }

  @Put(':id/hand')
  @DescribeRoute({
    summary: 'Correct an entry by hand',
    description:
      'For stewards of the organisation that keeps the collection. What is named stands in place of ' +
      'what all other sources say, whole lists too; null takes a value away. The correction takes ' +
      'the place of an earlier one.',
    answers: entry,
    errors: [403, 404],
    conditional: true,
  })
  correct(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) entryId: string,
    @IfMatch() version: number,
    @Body({ schema: handCorrection }) body: z.output<typeof handCorrection>,
  ): Promise<EntryReading> {
    const document = body.document as HandDocument;
    return this.corrections.save(actor, entryId, version, { reason: body.reason, document });
  }
}
