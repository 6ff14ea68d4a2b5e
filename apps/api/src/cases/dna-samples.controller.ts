import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import { CaseDetails, dnaSamples, type DetailView, type DnaSample } from '@athar/cases';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, IfMatch, id } from '../http/index.js';
import { newDnaSample, dnaSample, dnaSampleList } from './case-details.dto.js';
import { removed } from './case-links.dto.js';

/** DNA samples that relatives of a case gave, and where. */
@ApiTags('cases')
@Controller('cases/:caseId/dna-samples')
export class DnaSamplesController {
  constructor(private readonly details: CaseDetails) {}

  @Get()
  @DescribeRoute({
    summary: 'DNA samples given for a case',
    description: 'For caseworkers and coordinators. Recorded.',
    answers: dnaSampleList,
    errors: [404],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
  ): Promise<{ items: DetailView<DnaSample>[] }> {
    return { items: await this.details.list(actor, dnaSamples, caseId) };
  }

  @Post()
  @DescribeRoute({
    summary: 'Note that a DNA sample was given',
    description: 'For caseworkers and coordinators.',
    status: 201,
    answers: dnaSample,
    errors: [404],
    idempotent: true,
  })
  add(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Body({ schema: newDnaSample }) body: z.output<typeof newDnaSample>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
  ): Promise<DetailView<DnaSample>> {
    return this.details.add(actor, dnaSamples, caseId, body, idempotent);
  }

  @Put(':sampleId')
  @DescribeRoute({
    summary: 'Correct what is noted of a DNA sample',
    description: 'For caseworkers and coordinators. Send all of it; what is left out is removed.',
    answers: dnaSample,
    errors: [404],
    conditional: true,
  })
  replace(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Param('sampleId', { schema: id }) sampleId: string,
    @IfMatch() expectedVersion: number,
    @Body({ schema: newDnaSample }) body: z.output<typeof newDnaSample>,
  ): Promise<DetailView<DnaSample>> {
    const place = { caseId, id: sampleId, expectedVersion };
    return this.details.replace(actor, dnaSamples, place, body);
  }

  @Delete(':sampleId')
  @DescribeRoute({
    summary: 'Take the note of a DNA sample away',
    description: 'For caseworkers and coordinators. Who did it and when is kept.',
    answers: removed,
    errors: [404],
    conditional: true,
  })
  async remove(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Param('sampleId', { schema: id }) sampleId: string,
    @IfMatch() expectedVersion: number,
  ): Promise<{ id: string }> {
    await this.details.remove(actor, dnaSamples, { caseId, id: sampleId, expectedVersion });
    return { id: sampleId };
  }
}
