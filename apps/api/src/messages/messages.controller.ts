import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { Messages, type MessageView } from '@athar/notifications';
import type { Page } from '@athar/persistence';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, id } from '../http/index.js';
import { message, messagesPage, messagesQuery } from './messages.dto.js';

/** What was sent to families, and what was not. */
@ApiTags('messages')
@Controller('messages')
export class MessagesController {
  constructor(private readonly messages: Messages) {}

  @Get()
  @DescribeRoute({
    summary: 'Messages, newest first',
    description: 'For caseworkers, coordinators and reviewers. No address is shown.',
    answers: messagesPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: messagesQuery }) query: z.output<typeof messagesQuery>,
  ): Promise<Page<MessageView>> {
    return this.messages.list(actor, query);
  }

  @Post(':id/retry')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Try a failed message anew',
    description: 'For caseworkers and coordinators.',
    answers: message,
    errors: [404, 409],
  })
  retry(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) messageId: string,
  ): Promise<MessageView> {
    return this.messages.retry(actor, messageId);
  }
}
