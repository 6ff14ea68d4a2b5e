import { Controller, HttpCode, Post, Query, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { Imports, type ProposalView } from '@athar/imports';
import type { Request } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, leaveUnread } from '../http/index.js';
import { proposalQuery, proposalView } from './proposals.dto.js';
import { bytesOf, fileAsked } from './upload.js';

/** What the headers of a file stand for, before it is brought in. */
@ApiTags('imports')
@Controller('imports/proposals')
export class ProposalsController {
  constructor(private readonly imports: Imports) {}

  @Post()
  @HttpCode(200)
  @ApiConsumes('text/csv', 'text/tab-separated-values', 'application/octet-stream')
  @ApiBody({
    description: 'The file; of a text file its first part, or its headers with a few rows',
    schema: { type: 'string', format: 'binary' },
  })
  @DescribeRoute({
    summary: 'Propose what the headers of a file stand for',
    description:
      'For those who may bring such files in. Headers are known in Arabic, English, French, Turkish ' +
      'and Kurdish, from saved mappings, and by what is near. Nothing of the file is kept.',
    answers: proposalView,
    errors: [413],
  })
  async propose(
    @CurrentActor() actor: Actor,
    @Query({ schema: proposalQuery }) query: z.output<typeof proposalQuery>,
    @Req() request: Request,
  ): Promise<ProposalView> {
    try {
      const { kind, collectionId } = query;
      const asked = { kind, collectionId, ...fileAsked(query) };
      return await this.imports.propose(actor, asked, bytesOf(request));
    } finally {
      leaveUnread(request);
    }
  }
}
