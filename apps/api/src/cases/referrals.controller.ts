import { Body, Controller, Delete, Get, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import { CaseDetails, referrals, type DetailView, type Referral } from '@athar/cases';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, IfMatch, id } from '../http/index.js';
import { newReferral, referral, referralList } from './case-details.dto.js';
import { removed } from './case-links.dto.js';

/** Help that the family of a case was shown the way to. */
@ApiTags('cases')
@Controller('cases/:caseId/referrals')
export class ReferralsController {
  constructor(private readonly details: CaseDetails) {}

  @Get()
  @DescribeRoute({
    summary: 'Referrals of a case',
    description: 'For caseworkers and coordinators. Recorded.',
    answers: referralList,
    errors: [404],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
  ): Promise<{ items: DetailView<Referral>[] }> {
    return { items: await this.details.list(actor, referrals, caseId) };
  }

  @Post()
  @DescribeRoute({
    summary: 'Refer a family',
    description: 'For caseworkers and coordinators.',
    status: 201,
    answers: referral,
    errors: [404],
    idempotent: true,
  })
  add(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Body({ schema: newReferral }) body: z.output<typeof newReferral>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
  ): Promise<DetailView<Referral>> {
    return this.details.add(actor, referrals, caseId, body, idempotent);
  }

  @Put(':referralId')
  @DescribeRoute({
    summary: 'Change a referral, its status too',
    description: 'For caseworkers and coordinators. Send all of it; what is left out is removed.',
    answers: referral,
    errors: [404],
    conditional: true,
  })
  replace(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Param('referralId', { schema: id }) referralId: string,
    @IfMatch() expectedVersion: number,
    @Body({ schema: newReferral }) body: z.output<typeof newReferral>,
  ): Promise<DetailView<Referral>> {
    const place = { caseId, id: referralId, expectedVersion };
    return this.details.replace(actor, referrals, place, body);
  }

  @Delete(':referralId')
  @DescribeRoute({
    summary: 'Take a referral away',
    description: 'For caseworkers and coordinators. Who did it and when is kept.',
    answers: removed,
    errors: [404],
    conditional: true,
  })
  async remove(
    @CurrentActor() actor: Actor,
    @Param('caseId', { schema: id }) caseId: string,
    @Param('referralId', { schema: id }) referralId: string,
    @IfMatch() expectedVersion: number,
  ): Promise<{ id: string }> {
    await this.details.remove(actor, referrals, { caseId, id: referralId, expectedVersion });
    return { id: referralId };
  }
}
