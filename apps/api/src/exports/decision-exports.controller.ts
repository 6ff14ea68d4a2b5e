import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { DecisionExport } from '@athar/candidates';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute } from '../http/index.js';
import { mediaTypes, newDecisionExport } from './exports.dto.js';

/** What was decided, as training data. */
@ApiTags('matching')
@Controller('exports/decisions')
export class DecisionExportsController {
  constructor(private readonly decisions: DecisionExport) {}

  @Post()
  @HttpCode(200)
  @DescribeRoute({
    summary: 'What your organisation’s reviewers decided, as training data',
    description:
      'For stewards; recorded. CSV of the columns pair, same, kind and level: of each confirmed or ' +
      'rejected pair which levels of evidence it has. No name, no id, no date, no number. Pairs that a ' +
      'custodian’s terms hold back, and those of withdrawn reports, are left out.',
    file: [mediaTypes.csv],
  })
  async export(
    @CurrentActor() actor: Actor,
    @Body({ schema: newDecisionExport }) _body: z.output<typeof newDecisionExport>,
    @Res() response: Response,
  ): Promise<void> {
    const write = await this.decisions.begin(actor);
    response
      .type(mediaTypes.csv)
      .attachment('decisions.csv')
      .setHeader('cache-control', 'no-store');
    await write(response);
    response.end();
  }
}
