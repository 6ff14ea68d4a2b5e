import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { NumberSearch, type NumberSearchAnswer } from '@athar/registry';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute } from '../http/index.js';
import { numberHits, numberSearch } from './numbers.dto.js';

/** Entries by number. It is sent in a body: addresses are written into logs. */
@ApiTags('registry')
@Controller('entries/number-search')
export class NumbersController {
  constructor(private readonly numbers: NumberSearch) {}

  @Post()
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Entries with a number, although one digit may have been misread',
    description:
      'For stewards and reviewers. The same number first, then its digits with another letter, then ' +
      'numbers that differ by one confusion (2 and 3, 7 and 8, 5 and 0 and the like), each saying ' +
      'what was taken for what. At most 50. Who found which entries, and why, is recorded.',
    answers: numberHits,
  })
  search(
    @CurrentActor() actor: Actor,
    @Body({ schema: numberSearch }) body: z.output<typeof numberSearch>,
  ): Promise<NumberSearchAnswer> {
    return this.numbers.search(actor, body);
  }
}
