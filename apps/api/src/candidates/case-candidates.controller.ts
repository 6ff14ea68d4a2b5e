import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { CandidateLists, type CandidateSummary } from '@athar/candidates';
import type { Page } from '@athar/persistence';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, id } from '../http/index.js';
import { candidatesPage, caseCandidatesQuery } from './candidates.dto.js';

/** The pairs of one case. */
@ApiTags('candidates')
@Controller('cases/:caseId/candidates')
export class CaseCandidatesController {
  constructor(private readonly lists: CandidateLists) {}

  @Get()
  @DescribeRoute({
    summary: 'Pairs of a case',
    description: 'Reviewers see open and decided pairs; caseworkers and coordinators decided ones.',
    answers: candidatesPage,
    errors: [404],
  })
  list(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Query({ schema: caseCandidatesQuery }) query: z.output<typeof caseCandidatesQuery>,
  ): Promise<Page<CandidateSummary>> {
    return this.lists.ofCase(actor, caseId, query);
  }
}
