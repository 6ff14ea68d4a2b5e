import { Body, Controller, Get, Param, Patch, Post, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import type { Page } from '@athar/persistence';
import { Collections, type CollectionView } from '@athar/registry';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, IfMatch, id } from '../http/index.js';
import {
  collection,
  collectionChange,
  collectionsPage,
  collectionsQuery,
  newCollection,
} from './collections.dto.js';

/** Sources of entries and the terms of their custodians. */
@ApiTags('registry')
@Controller('collections')
export class CollectionsController {
  constructor(private readonly collections: Collections) {}

  @Post()
  @DescribeRoute({
    summary: 'Add a collection',
    description: 'For stewards.',
    status: 201,
    answers: collection,
    idempotent: true,
  })
  async create(
    @CurrentActor() actor: Actor,
    @Body({ schema: newCollection }) body: z.output<typeof newCollection>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Res({ passthrough: true }) response: Response,
  ): Promise<CollectionView> {
    const view = await this.collections.create(actor, body, idempotent?.key);
    response.location(`/api/collections/${view.id}`);
    return view;
  }

  @Get()
  @DescribeRoute({
    summary: 'Collections, newest first',
    description: 'For stewards and coordinators.',
    answers: collectionsPage,
  })
  list(
    @CurrentActor() actor: Actor,
    @Query({ schema: collectionsQuery }) query: z.output<typeof collectionsQuery>,
  ): Promise<Page<CollectionView>> {
    return this.collections.list(actor, query);
  }

  @Get(':id')
  @DescribeRoute({
    summary: 'One collection',
    description: 'For stewards and coordinators. The ETag is what an edit needs.',
    answers: collection,
    errors: [404],
  })
  read(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
  ): Promise<CollectionView> {
    return this.collections.read(actor, collectionId);
  }

  @Patch(':id')
  @DescribeRoute({
    summary: 'Change the labels and terms of a collection',
    description:
      'For stewards of the organisation that keeps it. What is left out stays. Terms that open or ' +
      'close the collection to matching take effect on all its entries. Under legal hold terms are ' +
      'not relaxed; lifting the hold takes a reason.',
    answers: collection,
    errors: [404, 409],
    conditional: true,
  })
  update(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) collectionId: string,
    @IfMatch() version: number,
    @Body({ schema: collectionChange }) body: z.output<typeof collectionChange>,
  ): Promise<CollectionView> {
    return this.collections.update(actor, collectionId, version, body);
  }
}
