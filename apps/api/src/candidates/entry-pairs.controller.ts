import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import { EntryPairs, type EntryPairView, type LikePairSummary } from '@athar/candidates';
import type { Page } from '@athar/persistence';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, IfMatch, id } from '../http/index.js';
import { localeQuery, newJudgement, newRevocation } from './candidates.dto.js';
import { entryPair } from './entry-pairs.dto.js';
import { likePairSummary, likePairsPage, likePairsQuery } from './like-pairs.dto.js';

/** Pairs of two entries that may document one person, shared by all organisations. */
@ApiTags('entry-pairs')
@Controller('entry-pairs')
export class EntryPairsController {
  constructor(private readonly pairs: EntryPairs) {}

  @Get()
  @DescribeRoute({
    summary: 'Pairs that wait for your judgement',
    description:
      'For reviewers of any organisation. In an order of your own that tells nothing of scores.',
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
      'Undecided pairs are for reviewers, decided ones also for stewards. The first reviewer who opens a pair is shown the evidence; the others once they have judged.',
    answers: entryPair,
    errors: [404, 409],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) pairId: string,
    @Query({ schema: localeQuery }) { locale }: z.output<typeof localeQuery>,
  ): Promise<EntryPairView> {
    return this.pairs.read(actor, pairId, locale);
  }

  @Post(':id/judgements')
  @DescribeRoute({
    summary: 'Judge a pair',
    description:
      'For reviewers of any organisation, once a round. The second judgement of a round decides. What you say is seen in your organisation only, what was decided in all.',
    status: 201,
    answers: entryPair,
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
  ): Promise<EntryPairView> {
    return this.pairs.judge(actor, pairId, { ...body, expectedVersion, idempotent }, locale);
  }

  @Post(':id/revocation')
  @DescribeRoute({
    summary: 'Take a decision back',
    description:
      'For reviewers and coordinators. The pair is judged by two again; nothing is deleted.',
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
