import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiBody, ApiConsumes, ApiHeader, ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import { Attachments, attachmentTypes, type AttachmentView } from '@athar/attachments';
import type { Request, Response } from 'express';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, id, leaveUnread } from '../http/index.js';
import { attachment, attachmentQuery, attachments } from './attachments.dto.js';
import { attachmentAsked, fileIn } from './upload.js';

/** The files of one report. */
@ApiTags('attachments')
@Controller('reports/:id/attachments')
export class ReportAttachmentsController {
  constructor(private readonly attachments: Attachments) {}

  @Post()
  @ApiConsumes(...attachmentTypes, 'application/octet-stream')
  @ApiBody({ description: 'The bytes of the file', schema: { type: 'string', format: 'binary' } })
  @ApiHeader({
    name: 'X-Athar-Title',
    required: false,
    description: 'What it shows, percent-encoded UTF-8 of at most 200 characters',
    schema: { type: 'string', example: 'At%20a%20wedding%2C%202010' },
  })
  @ApiHeader({
    name: 'Content-Disposition',
    required: false,
    description: 'Name of the file',
    schema: { type: 'string', example: "attachment; filename*=UTF-8''photo.jpg" },
  })
  @DescribeRoute({
    summary: 'Add a photograph or paper to a report',
    description:
      'For caseworkers and coordinators. JPEG, PNG, WebP or PDF, told from its bytes, of at most ' +
      '15 MB, 50 million pixels or 20 pages. Only what one sees of it is kept: pictures are drawn anew ' +
      'without place, time or author, a PDF becomes pictures of its pages. It is never matched. ' +
      '503: other files are being taken in; send it again in a minute.',
    status: 201,
    answers: attachment,
    errors: [404, 409, 413, 503],
    idempotent: true,
  })
  async add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) reportId: string,
    @Query({ schema: attachmentQuery }) { kind }: z.output<typeof attachmentQuery>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ): Promise<AttachmentView> {
    try {
      const asked = attachmentAsked(kind, request);
      const file = fileIn(request);
      const added = await this.attachments.add(actor, reportId, asked, file, idempotent?.key);
      response.location(`/api/attachments/${added.id}`);
      return added;
    } finally {
      leaveUnread(request);
    }
  }

  @Get()
  @DescribeRoute({
    summary: 'The photographs and papers of a report, oldest first',
    description:
      'For caseworkers, coordinators and reviewers. Those taken away are lines without a name.',
    answers: attachments,
    errors: [404],
  })
  async list(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) reportId: string,
  ): Promise<{ items: AttachmentView[] }> {
    return { items: await this.attachments.list(actor, reportId) };
  }
}
