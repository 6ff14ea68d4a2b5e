import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { MatchingProgress, type MatchingState } from '@athar/candidates';
import { CurrentActor, DescribeRoute } from '../http/index.js';
import { matchingState } from './matching.dto.js';

/** How far matching has come. */
@ApiTags('operation')
@Controller('matching')
export class MatchingController {
  constructor(private readonly progress: MatchingProgress) {}

  @Get()
  @DescribeRoute({
    summary: 'How far the matching of your reports has come',
    description:
      'For coordinators, stewards and reviewers. Counts of your organisation; tells of no case what ' +
      'was found. Reviewers and stewards also see how many pairs wait, came and left.',
    answers: matchingState,
    errors: [503],
  })
  read(@CurrentActor() actor: Actor): Promise<MatchingState> {
    return this.progress.read(actor);
  }
}
