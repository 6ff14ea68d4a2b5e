import { Body, Get, Param, Post, Query } from '@nestjs/common';
import type { Actor, IdempotentRequest } from '@athar/access';
import type { LeftLikePair, LikePairs, LikePairSummary, LikePairView } from '@athar/candidates';
import type { Page } from '@athar/persistence';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, IfMatch, id } from '../http/index.js';
import { localeQuery, newJudgement, newRevocation } from './candidates.dto.js';
import {
  leftLikePairsPage,
  likePairSummary,
  likePairsPage,
  likePairsQuery,
} from './like-pairs.dto.js';

/** What a kind of pairs answers with, and what its routes say of themselves. */
export interface LikePairTexts {
  /** Schema of one pair with both sides opened. */
  answers: z.ZodType;
  queue: string;
  left: string;
  read: string;
  judge: string;
  revoke: string;
}

/** The routes of pairs of two records of one kind, for a controller to extend. */
export function likePairRoutes<Side>(texts: LikePairTexts) {
  class LikePairRoutes extends judgingRoutes<Side>(texts) {
    @Get()
    @DescribeRoute({
      summary: 'Pairs that wait for your judgement',
      description: texts.queue,
      answers: likePairsPage,
    })
    queue(
      @CurrentActor() actor: Actor,
      @Query({ schema: likePairsQuery }) query: z.output<typeof likePairsQuery>,
    ): Promise<Page<LikePairSummary>> {
      return this.pairs.queue(actor, query);
    }

    @Get('left')
    @DescribeRoute({
      summary: 'Pairs that left your queue without a judgement, with the reason',
      description: texts.left,
      answers: leftLikePairsPage,
    })
    left(
      @CurrentActor() actor: Actor,
      @Query({ schema: likePairsQuery }) query: z.output<typeof likePairsQuery>,
    ): Promise<Page<LeftLikePair>> {
      return this.pairs.left(actor, query);
    }

    @Get(':id')
    @DescribeRoute({
      summary: 'One pair, both sides opened',
      description: texts.read,
      answers: texts.answers,
      errors: [404, 409],
    })
    read(
      @CurrentActor() actor: Actor,
      @Param('id', { schema: id }) pairId: string,
      @Query({ schema: localeQuery }) { locale }: z.output<typeof localeQuery>,
    ): Promise<LikePairView<Side>> {
      return this.pairs.read(actor, pairId, locale);
    }
  }
  return LikePairRoutes;
}

function judgingRoutes<Side>(texts: LikePairTexts) {
  class JudgingRoutes {
    constructor(readonly pairs: LikePairs<Side>) {}

    @Post(':id/judgements')
    @DescribeRoute({
      summary: 'Judge a pair',
      description: texts.judge,
      status: 201,
      answers: texts.answers,
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
    ): Promise<LikePairView<Side>> {
      return this.pairs.judge(actor, pairId, { ...body, expectedVersion, idempotent }, locale);
    }

    @Post(':id/revocation')
    @DescribeRoute({
      summary: 'Take a decision back',
      description: texts.revoke,
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
  return JudgingRoutes;
}
