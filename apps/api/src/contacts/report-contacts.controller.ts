import { Body, Controller, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor, IdempotentRequest } from '@athar/access';
import { ContactAdding } from '@athar/cases';
import type { ContactView } from '@athar/families';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, Idempotency, id } from '../http/index.js';
import { contact, newContact } from './contacts.dto.js';

/** The relatives behind one report. */
@ApiTags('reports')
@Controller('reports/:id/contacts')
export class ReportContactsController {
  constructor(private readonly adding: ContactAdding) {}

  @Post()
  @DescribeRoute({
    summary: 'Add a relative to a report',
    description:
      'For caseworkers and coordinators. She agrees to store_and_match and hears that the report ' +
      'is registered, by the way she agreed to. A withdrawn report takes no further relative.',
    status: 201,
    answers: contact,
    errors: [404, 409],
    idempotent: true,
  })
  add(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) reportId: string,
    @Body({ schema: newContact }) body: z.output<typeof newContact>,
    @Idempotency() idempotent: IdempotentRequest | undefined,
  ): Promise<ContactView> {
    return this.adding.add(actor, reportId, body, idempotent);
  }
}
