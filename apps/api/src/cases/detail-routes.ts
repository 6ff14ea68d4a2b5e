import { Body, Delete, Get, Injectable, Param, Post, Put } from '@nestjs/common';
import type { Actor, IdempotentRequest } from '@athar/access';
import { CaseDetails, type DetailType, type DetailView, type NewDetail } from '@athar/cases';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, IfMatch, id } from '../http/index.js';
import { removed } from './case-links.dto.js';

/** What tells the routes of one kind of detail from those of another. */
export interface DetailRoutesOptions<Detail extends object> {
  type: DetailType<Detail>;
  /** What a request sends, what it is answered, and the list of those. */
  entered: z.ZodType<NewDetail<Detail>>;
  one: z.ZodType;
  list: z.ZodType;
  /** How the API's page calls each route. */
  summaries: Record<'list' | 'add' | 'replace' | 'remove', string>;
  /** The name of a detail's id in the address. */
  param: string;
}

const forWhom = 'For caseworkers and coordinators.';

/** The routes of references elsewhere, DNA samples and referrals: a controller's class to extend. */
export function DetailRoutes<Detail extends object>(options: DetailRoutesOptions<Detail>) {
  const { type, entered, param } = options;
  const described = descriptionsOf(options);

  @Injectable()
  class DetailController {
    constructor(private readonly details: CaseDetails) {}

    @Get()
    @DescribeRoute(described.list)
    async list(
      @CurrentActor() actor: Actor,
      @Param('caseId', { schema: id }) caseId: string,
    ): Promise<{ items: DetailView<Detail>[] }> {
      return { items: await this.details.list(actor, type, caseId) };
    }

    @Post()
    @DescribeRoute(described.add)
    add(
      @CurrentActor() actor: Actor,
      @Param('caseId', { schema: id }) caseId: string,
      @Body({ schema: entered }) body: NewDetail<Detail>,
      @Idempotency() idempotent: IdempotentRequest | undefined,
    ): Promise<DetailView<Detail>> {
      return this.details.add(actor, type, caseId, body, idempotent);
    }

    @Put(`:${param}`)
    @DescribeRoute(described.replace)
    replace(
      @CurrentActor() actor: Actor,
      @Param('caseId', { schema: id }) caseId: string,
      @Param(param, { schema: id }) detailId: string,
      @IfMatch() expectedVersion: number,
      @Body({ schema: entered }) body: NewDetail<Detail>,
    ): Promise<DetailView<Detail>> {
      return this.details.replace(actor, type, { caseId, id: detailId, expectedVersion }, body);
    }

    @Delete(`:${param}`)
    @DescribeRoute(described.remove)
    async remove(
      @CurrentActor() actor: Actor,
      @Param('caseId', { schema: id }) caseId: string,
      @Param(param, { schema: id }) detailId: string,
      @IfMatch() expectedVersion: number,
    ): Promise<{ id: string }> {
      await this.details.remove(actor, type, { caseId, id: detailId, expectedVersion });
      return { id: detailId };
    }
  }

  return DetailController;
}

function descriptionsOf<Detail extends object>(options: DetailRoutesOptions<Detail>) {
  const { summaries, one, list } = options;
  return {
    list: {
      summary: summaries.list,
      description: `${forWhom} Recorded.`,
      answers: list,
      errors: [404],
    },
    add: {
      summary: summaries.add,
      description: forWhom,
      status: 201,
      answers: one,
      errors: [404],
      idempotent: true,
    },
    replace: {
      summary: summaries.replace,
      description: `${forWhom} Send all of it; what is left out is removed.`,
      answers: one,
      errors: [404],
      conditional: true,
    },
    remove: {
      summary: summaries.remove,
      description: `${forWhom} Who did it and when is kept.`,
      answers: removed,
      errors: [404],
      conditional: true,
    },
  } as const;
}
