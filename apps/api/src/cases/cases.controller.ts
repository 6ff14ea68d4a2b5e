import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { Cases, type CaseView } from '@athar/cases';
import { Messages, type MessageView } from '@athar/notifications';
import type { Page } from '@athar/persistence';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, id } from '../http/index.js';
import { caseMessagesQuery, messagesPage } from '../messages/messages.dto.js';
import { caseSchema, casesPage, casesQuery } from './cases.dto.js';

/** The work on one missing person each. */
@ApiTags('cases')
@Controller('cases')
export class CasesController {
  constructor(
    private readonly cases: Cases,
    private readonly messages: Messages,
  ) {}

  @Get()
  @DescribeRoute({
    summary: 'Cases, newest first, or the one of a reference',
    description:
      'For caseworkers, coordinators and reviewers: all, those one opened, those with a task due.',
    answers: casesPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: casesQuery }) query: z.output<typeof casesQuery>,
  ): Promise<Page<CaseView>> {
    const { mine, openedBy, needsAttention, ...filter } = query;
    return this.cases.list(actor, {
      ...filter,
      openedBy: mine === 'true' ? actor.memberId : openedBy,
      needsAttention: needsAttention === 'true',
    });
  }

  @Get(':id')
  @DescribeRoute({
    summary: 'One case',
    description: 'For caseworkers, coordinators and reviewers. Recorded.',
    answers: caseSchema,
    errors: [404],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) caseId: string,
  ): Promise<CaseView> {
    return this.cases.get(actor, caseId);
  }

  @Get(':id/messages')
  @DescribeRoute({
    summary: 'Messages of a case, newest first',
    description: 'For caseworkers, coordinators and reviewers. No address is shown.',
    answers: messagesPage,
    errors: [404],
  })
  async listMessages(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) caseId: string,
    @Query({ schema: caseMessagesQuery }) query: z.output<typeof caseMessagesQuery>,
  ): Promise<Page<MessageView>> {
    await this.cases.get(actor, caseId);
    return this.messages.list(actor, { ...query, caseId });
  }
}
