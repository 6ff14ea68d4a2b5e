import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { CaseMerges, type CaseMergeView } from '@athar/cases';
import { CurrentActor, DescribeRoute, id } from '../http/index.js';
import { caseMerges } from './duplicates.dto.js';

/** What was merged into a case, or out of it. */
@ApiTags('cases')
@Controller('cases/:caseId/merges')
export class CaseMergesController {
  constructor(private readonly merges: CaseMerges) {}

  @Get()
  @DescribeRoute({
    summary: 'Merges of a case, newest first',
    description: 'For caseworkers, coordinators and reviewers. Recorded.',
    answers: caseMerges,
    errors: [404],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
  ): Promise<{ items: CaseMergeView[] }> {
    return { items: await this.merges.ofCase(actor, caseId) };
  }
}
