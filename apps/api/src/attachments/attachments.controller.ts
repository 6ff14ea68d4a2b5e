import { Controller, Delete, Get, Param, Query, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { Attachments, attachmentTypes, type AttachmentView } from '@athar/attachments';
import type { Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, id } from '../http/index.js';
import { attachment, removalQuery } from './attachments.dto.js';
import { sendFile } from './send-file.js';

/** One photograph or paper. */
@ApiTags('attachments')
@Controller('attachments')
export class AttachmentsController {
  constructor(private readonly attachments: Attachments) {}

  @Get(':id')
  @DescribeRoute({
    summary: 'One attachment without its file',
    description: 'For caseworkers, coordinators and reviewers.',
    answers: attachment,
    errors: [404],
  })
  get(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) attachmentId: string,
  ): Promise<AttachmentView> {
    return this.attachments.get(actor, attachmentId);
  }

  @Get(':id/content')
  @DescribeRoute({
    summary: 'The file of an attachment',
    description:
      'For caseworkers, coordinators and reviewers. To be saved, never to be shown inside a page. Who ' +
      'read it is recorded. 404 where it was taken away.',
    file: attachmentTypes,
    errors: [404],
  })
  async content(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) attachmentId: string,
    @Res() response: Response,
  ): Promise<void> {
    await sendFile(response, await this.attachments.read(actor, attachmentId));
  }

  @Delete(':id')
  @DescribeRoute({
    summary: 'Take an attachment away',
    description:
      'For caseworkers and coordinators. The file, its title and its name are gone for good; who took ' +
      'it away, when and why stays. Doing it again changes nothing.',
    answers: attachment,
    errors: [404],
  })
  remove(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) attachmentId: string,
    @Query({ schema: removalQuery }) { reason }: z.output<typeof removalQuery>,
  ): Promise<AttachmentView> {
    return this.attachments.remove(actor, attachmentId, reason);
  }
}
