import { Body, Controller, Get, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import {
  CandidateLists,
  CandidateReader,
  Judging,
  Revoking,
  type CandidateSummary,
  type CandidateView,
  type LeftCandidate,
} from '@athar/candidates';
import type { Page } from '@athar/persistence';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, IfMatch, id } from '../http/index.js';
import {
  candidate,
  candidateSummary,
  candidatesPage,
  leftCandidatesPage,
  leftQuery,
  localeQuery,
  newJudgement,
  newRevocation,
  queueQuery,
} from './candidates.dto.js';

/** Proposed pairs of a report and an entry, and what people hold of them. */
@ApiTags('candidates')
@Controller('candidates')
export class CandidatesController {
  constructor(
    private readonly lists: CandidateLists,
    private readonly reader: CandidateReader,
    private readonly judging: Judging,
    private readonly revoking: Revoking,
  ) {}

  @Get()
  @DescribeRoute({
    summary: 'Pairs that wait for your judgement',
    description:
      'For reviewers. In an order of your own that tells nothing of scores; without reports that ' +
      'you entered and without pairs that you have judged.',
    answers: candidatesPage,
  })
  queue(
    @CurrentActor() actor: Actor,
    @Query({ schema: queueQuery }) query: z.output<typeof queueQuery>,
  ): Promise<Page<CandidateSummary>> {
    const returned = query.returned === undefined ? undefined : query.returned === 'true';
    return this.lists.queue(actor, { ...query, returned });
  }

  @Get('left')
  @DescribeRoute({
    summary: 'Pairs that left your queue without a judgement, with the reason',
    description:
      'For reviewers. A registry that grows weighs names anew, so that pairs may fall below the floor; ' +
      'records change. They were not decided, so they are not rejected. Without reports that you entered.',
    answers: leftCandidatesPage,
  })
  left(
    @CurrentActor() actor: Actor,
    @Query({ schema: leftQuery }) query: z.output<typeof leftQuery>,
  ): Promise<Page<LeftCandidate>> {
    return this.lists.left(actor, query);
  }

  @Get(':id')
  @DescribeRoute({
    summary: 'One pair, both sides opened',
    description:
      'Undecided pairs are for reviewers, decided ones also for caseworkers and coordinators. The ' +
      'first reviewer who opens a pair is shown the evidence; the others once they have judged.',
    answers: candidate,
    errors: [404, 409],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) candidateId: string,
    @Query({ schema: localeQuery }) { locale }: z.output<typeof localeQuery>,
  ): Promise<CandidateView> {
    return this.reader.read(actor, candidateId, locale);
  }

  @Post(':id/judgements')
  @DescribeRoute({
    summary: 'Judge a pair',
    description:
      'For reviewers, once a round, not for reports that they entered. The second judgement of a ' +
      'round decides: same and same confirms, different and different rejects, anything else needs ' +
      'more information. Nobody is sent a message.',
    status: 201,
    answers: candidate,
    errors: [404, 409],
    idempotent: true,
    conditional: true,
  })
  judge(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) candidateId: string,
    @IfMatch() expectedVersion: number,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Body({ schema: newJudgement }) body: z.output<typeof newJudgement>,
    @Query({ schema: localeQuery }) { locale }: z.output<typeof localeQuery>,
  ): Promise<CandidateView> {
    const request = { ...body, expectedVersion, idempotent };
    return this.judging.judge(actor, candidateId, request, locale);
  }

  @Post(':id/revocation')
  @DescribeRoute({
    summary: 'Take a decision back',
    description:
      'For coordinators and reviewers. The pair is judged by two again; nothing is deleted.',
    status: 201,
    answers: candidateSummary,
    errors: [404, 409],
    conditional: true,
  })
  revoke(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) candidateId: string,
    @IfMatch() expectedVersion: number,
    @Body({ schema: newRevocation }) { note }: z.output<typeof newRevocation>,
  ): Promise<CandidateSummary> {
    return this.revoking.revoke(actor, candidateId, { note, expectedVersion });
  }
}
