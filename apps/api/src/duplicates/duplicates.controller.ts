import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import { Duplicates, type DuplicateView, type LikePairSummary } from '@athar/candidates';
import type { Page } from '@athar/persistence';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, IfMatch, id } from '../http/index.js';
import { localeQuery, newJudgement, newRevocation } from '../candidates/candidates.dto.js';
import { duplicate } from './duplicates.dto.js';
import { likePairSummary, likePairsPage, likePairsQuery } from '../candidates/like-pairs.dto.js';

/** Pairs of two reports that may concern one person. */
@ApiTags('duplicates')
@Controller('duplicates')
export class DuplicatesController {
  constructor(private readonly pairs: Duplicates) {}

  @Get()
  @DescribeRoute({
    summary: 'Pairs that wait for your judgement',
    description:
      'For reviewers. Without reports that you entered and without pairs that you have judged.',
    answers: likePairsPage,
  })
  queue(
    @CurrentActor() actor: Actor,
    @Query({ schema: likePairsQuery }) query: z.output<typeof likePairsQuery>,
  ): Promise<Page<LikePairSummary>> {
    return this.pairs.queue(actor, query);
  }

  @Get(':id')
  @DescribeRoute({
    summary: 'One pair, both sides opened',
    description:
      'Undecided pairs are for reviewers who entered neither report, decided ones also for caseworkers and coordinators.',
    answers: duplicate,
    errors: [404, 409],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) pairId: string,
    @Query({ schema: localeQuery }) { locale }: z.output<typeof localeQuery>,
  ): Promise<DuplicateView> {
    return this.pairs.read(actor, pairId, locale);
  }

  @Post(':id/judgements')
  @DescribeRoute({
    summary: 'Judge a pair',
    description:
      'For reviewers, once a round, not for reports that they entered. Where two say that it is one person, the two cases become one: the older one stays, the reference of the other leads to it. No relative is told.',
    status: 201,
    answers: duplicate,
    errors: [404, 409],
    idempotent: true,
    conditional: true,
  })
  judge(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) pairId: string,
    @IfMatch() expectedVersion: number,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Body({ schema: newJudgement }) body: z.output<typeof newJudgement>,
    @Query({ schema: localeQuery }) { locale }: z.output<typeof localeQuery>,
  ): Promise<DuplicateView> {
    return this.pairs.judge(actor, pairId, { ...body, expectedVersion, idempotent }, locale);
  }

  @Post(':id/revocation')
  @DescribeRoute({
    summary: 'Take a decision back',
    description:
      'For reviewers and coordinators; what was confirmed for coordinators only: the case becomes two again, and each report goes with the reference that its relative was given.',
    status: 201,
    answers: likePairSummary,
    errors: [404, 409],
    conditional: true,
  })
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) pairId: string,
    @IfMatch() expectedVersion: number,
    @Body({ schema: newRevocation }) { note }: z.output<typeof newRevocation>,
  ): Promise<LikePairSummary> {
    return this.pairs.revoke(actor, pairId, { note, expectedVersion });
  }
}
