import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import {
  Readings,
  ReadingsOfEntry,
  type EntryReadingsView,
  type RecordedReading,
} from '@athar/registry';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, id } from '../http/index.js';
import { entryReadings, newReading, newSettlement, recordedReading } from './readings.dto.js';

/** What people read on the photographs of an entry. */
@ApiTags('readings')
@Controller('entries/:id/readings')
export class ReadingsController {
  constructor(
    private readonly readings: Readings,
    private readonly ofEntry: ReadingsOfEntry,
  ) {}

  @Post()
  @DescribeRoute({
    summary: 'Read an entry',
    description:
      'For stewards and reviewers, once an entry. The first reading enters as unconfirmed; a second ' +
      'that agrees settles it, one that differs waits for a third person.',
    status: 201,
    answers: recordedReading,
    errors: [404, 409],
    idempotent: true,
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: newReading }) body: z.output<typeof newReading>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
  ): Promise<RecordedReading> {
    return this.readings.read(actor, entryId, body, idempotent);
  }

  @Post('settlement')
  @DescribeRoute({
    summary: 'Settle two readings that differ',
    description: 'For stewards and reviewers who have not read the entry: choose one, or read it.',
    status: 201,
    answers: recordedReading,
    errors: [404, 409],
    idempotent: true,
  })
  settle(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) entryId: string,
    @Body({ schema: newSettlement }) body: z.output<typeof newSettlement>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
  ): Promise<RecordedReading> {
    return this.readings.settle(actor, entryId, body, idempotent);
  }

  @Get()
  @DescribeRoute({
    summary: 'Every reading of an entry',
    description: 'For stewards. Before they are settled, your own only.',
    answers: entryReadings,
    errors: [404],
  })
  list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) entryId: string,
  ): Promise<EntryReadingsView> {
    return this.ofEntry.list(actor, entryId);
  }
}
