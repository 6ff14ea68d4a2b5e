import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import { FollowUps, type FollowUpView } from '@athar/cases';
import type { Page } from '@athar/persistence';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, id } from '../http/index.js';
import { followUp, followUpsPage, followUpsQuery, newFollowUp } from './follow-ups.dto.js';

/** What was done and heard in a case. */
@ApiTags('cases')
@Controller('cases/:caseId/follow-ups')
export class FollowUpsController {
  constructor(private readonly followUps: FollowUps) {}

  @Get()
  @DescribeRoute({
    summary: 'The log of a case, newest entry first',
    description: 'For caseworkers and coordinators. Recorded.',
    answers: followUpsPage,
    errors: [404],
  })
  list(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Query({ schema: followUpsQuery }) query: z.output<typeof followUpsQuery>,
  ): Promise<Page<FollowUpView>> {
    return this.followUps.list(actor, caseId, query);
  }

  @Post()
  @DescribeRoute({
    summary: 'Add an entry to the log',
    description:
      'For caseworkers and coordinators. An entry is never changed: a further one of the kind ' +
      'correction puts it right.',
    status: 201,
    answers: followUp,
    errors: [404],
    idempotent: true,
  })
  add(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Body({ schema: newFollowUp }) body: z.output<typeof newFollowUp>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
  ): Promise<FollowUpView> {
    return this.followUps.add(actor, caseId, body, idempotent);
  }
}
