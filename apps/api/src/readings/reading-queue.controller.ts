import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import type { Page } from '@athar/persistence';
import { ReadingQueue, type ReadingTask, type WaitingEntry } from '@athar/registry';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, id } from '../http/index.js';
import { nextQuery, nextTask, readingTask, waitingPage, waitingQuery } from './readings.dto.js';

/** What waits to be read on photographs, without what was read of it. */
@ApiTags('readings')
@Controller('readings')
export class ReadingQueueController {
  constructor(private readonly queue: ReadingQueue) {}

  @Get('waiting')
  @DescribeRoute({
    summary: 'Entries that wait for a first reading, a second, or to be settled',
    description:
      'For stewards and reviewers: without those that you have read. Oldest entry first.',
    answers: waitingPage,
  })
  waiting(
    @CurrentActor() actor: Actor,
    @Query({ schema: waitingQuery }) query: z.output<typeof waitingQuery>,
  ): Promise<Page<WaitingEntry>> {
    return this.queue.waiting(actor, query);
  }

  @Get('next')
  @DescribeRoute({
    summary: 'The next entry for you to read',
    description: 'For stewards and reviewers. That you opened it is recorded.',
    answers: nextTask,
  })
  async next(
    @CurrentActor() actor: Actor,
    @Query({ schema: nextQuery }) query: z.output<typeof nextQuery>,
  ): Promise<{ task: ReadingTask | null }> {
    return { task: (await this.queue.next(actor, query)) ?? null };
  }

  @Get('tasks/:id')
  @DescribeRoute({
    summary: 'One entry to be read',
    description:
      'For stewards and reviewers. Names and numbers are left out, so that a second reading is ' +
      'made without knowing the first; both are shown to whoever settles them.',
    answers: readingTask,
    errors: [404, 409],
  })
  task(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) entryId: string,
  ): Promise<ReadingTask> {
    return this.queue.task(actor, entryId);
  }
}
