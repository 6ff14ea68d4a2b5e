import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import {
  CaseDetails,
  referencesElsewhere,
  type DetailView,
  type ReferenceElsewhere,
} from '@athar/cases';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, IfMatch, id } from '../http/index.js';
import { newReference, reference, references } from './case-details.dto.js';
import { removed } from './case-links.dto.js';

/** The numbers under which other bodies know a case. */
@ApiTags('cases')
@Controller('cases/:caseId/references')
export class CaseReferencesController {
  constructor(private readonly details: CaseDetails) {}

  @Get()
  @DescribeRoute({
    summary: 'References of a case elsewhere',
    description: 'For caseworkers and coordinators. Recorded.',
    answers: references,
    errors: [404],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
  ): Promise<{ items: DetailView<ReferenceElsewhere>[] }> {
    return { items: await this.details.list(actor, referencesElsewhere, caseId) };
  }

  @Post()
  @DescribeRoute({
    summary: 'Note a reference elsewhere',
    description: 'For caseworkers and coordinators.',
    status: 201,
    answers: reference,
    errors: [404],
    idempotent: true,
  })
  add(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Body({ schema: newReference }) body: z.output<typeof newReference>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
  ): Promise<DetailView<ReferenceElsewhere>> {
    return this.details.add(actor, referencesElsewhere, caseId, body, idempotent);
  }

  @Put(':referenceId')
  @DescribeRoute({
    summary: 'Correct a reference elsewhere',
    description: 'For caseworkers and coordinators. Send all of it; what is left out is removed.',
    answers: reference,
    errors: [404],
    conditional: true,
  })
  replace(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Param('referenceId', { schema: id }) referenceId: string,
    @IfMatch() expectedVersion: number,
    @Body({ schema: newReference }) body: z.output<typeof newReference>,
  ): Promise<DetailView<ReferenceElsewhere>> {
    const place = { caseId, id: referenceId, expectedVersion };
    return this.details.replace(actor, referencesElsewhere, place, body);
  }

  @Delete(':referenceId')
  @DescribeRoute({
    summary: 'Take a reference away',
    description: 'For caseworkers and coordinators. Who did it and when is kept.',
    answers: removed,
    errors: [404],
    conditional: true,
  })
  async remove(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Param('referenceId', { schema: id }) referenceId: string,
    @IfMatch() expectedVersion: number,
  ): Promise<{ id: string }> {
    await this.details.remove(actor, referencesElsewhere, {
      caseId,
      id: referenceId,
      expectedVersion,
    });
    return { id: referenceId };
  }
}
