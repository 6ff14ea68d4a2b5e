import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute } from '../http/index.js';
import { Finding } from './finding.js';
import { quickFindAnswer, quickFindBody, type QuickFindAnswer } from './quick-find.dto.js';

/** A box to type into. */
@ApiTags('quick-find')
@Controller('quick-find')
export class QuickFindController {
  constructor(private readonly finding: Finding) {}

  @Post()
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Find your cases, places, holders and collections while you type',
    description:
      'For every member. Your cases are those that you opened, entered a report of, or have an open ' +
      'task of: this is no search for people. Places and holders are for all, collections for ' +
      'stewards and coordinators. A POST, since names do not belong into addresses; what was typed is ' +
      'not kept.',
    answers: quickFindAnswer,
  })
  find(
    @CurrentActor() actor: Actor,
    @Body({ schema: quickFindBody }) body: z.output<typeof quickFindBody>,
  ): Promise<QuickFindAnswer> {
    return this.finding.find(actor, body);
  }
}
