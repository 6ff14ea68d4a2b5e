import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import { CaseLinks, type LinkView } from '@athar/cases';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, id } from '../http/index.js';
import { link, linkList, newLink, removed } from './case-links.dto.js';

/** Who is related to whom among the missing, and who was arrested with whom. */
@ApiTags('cases')
@Controller('cases/:caseId/links')
export class CaseLinksController {
  constructor(private readonly links: CaseLinks) {}

  @Get()
  @DescribeRoute({
    summary: 'Links of a case to others, from its side',
    description:
      'For caseworkers, coordinators and reviewers; never shown to families. Facts that relatives ' +
      'told: nothing of what was judged in the other case. Recorded.',
    answers: linkList,
    errors: [404],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
  ): Promise<{ items: LinkView[] }> {
    return { items: await this.links.list(actor, caseId) };
  }

  @Post()
  @DescribeRoute({
    summary: 'Link a case to another',
    description:
      'For caseworkers and coordinators. Kinship or a common arrest; seen from both cases.',
    status: 201,
    answers: link,
    errors: [404, 409],
    idempotent: true,
  })
  add(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Body({ schema: newLink }) body: z.output<typeof newLink>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
  ): Promise<LinkView> {
    return this.links.add(actor, caseId, body, idempotent);
  }

  @Delete(':linkId')
  @DescribeRoute({
    summary: 'Take a link away',
    description: 'For caseworkers and coordinators. Who did it and when is kept.',
    answers: removed,
    errors: [404],
  })
  async remove(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Param('linkId', { schema: id }) linkId: string,
  ): Promise<{ id: string }> {
    await this.links.remove(actor, caseId, linkId);
    return { id: linkId };
  }
}
