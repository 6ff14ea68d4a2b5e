import { Body, Controller, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { ContactWork, Withdrawals, type ConsentsGiven, type WithdrawalView } from '@athar/cases';
import type { ContactView } from '@athar/families';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, IfMatch, id } from '../http/index.js';
import {
  consentsGiven,
  contact,
  contactEdit,
  newConsents,
  newVerification,
  newWithdrawal,
  withdrawal,
} from './contacts.dto.js';

/** The relatives who gave reports. */
@ApiTags('reports')
@Controller('contacts')
export class ContactsController {
  constructor(
    private readonly work: ContactWork,
    private readonly withdrawals: Withdrawals,
  ) {}

  @Put(':id')
  @DescribeRoute({
    summary: 'Correct a relative',
    description:
      'For caseworkers and coordinators. Send all of it; what is left out is removed. What a ' +
      'consent in force needs to reach her stays. A relationship that changes has to be verified anew.',
    answers: contact,
    errors: [404, 409],
    conditional: true,
  })
  edit(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) contactId: string,
    @IfMatch() expectedVersion: number,
    @Body({ schema: contactEdit }) body: z.output<typeof contactEdit>,
  ): Promise<ContactView> {
    return this.work.edit(actor, { id: contactId, expectedVersion }, body);
  }

  @Post(':id/verification')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Note that a paper proves the relationship',
    description: 'For caseworkers and coordinators, by who saw it.',
    answers: contact,
    errors: [404, 409],
    conditional: true,
  })
  verify(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) contactId: string,
    @IfMatch() expectedVersion: number,
    @Body({ schema: newVerification }) body: z.output<typeof newVerification>,
  ): Promise<ContactView> {
    return this.work.verify(actor, { id: contactId, expectedVersion }, body.way);
  }

  @Post(':id/consents')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Record consents given anew or in addition',
    description:
      'For caseworkers and coordinators. One that is in force stays as it is; one that was taken ' +
      'back needs a day that is not before that. Where store_and_match is given again, a withdrawn ' +
      'report is matched again.',
    answers: consentsGiven,
    errors: [404],
  })
  give(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) contactId: string,
    @Body({ schema: newConsents }) body: z.output<typeof newConsents>,
  ): Promise<ConsentsGiven> {
    return this.work.give(actor, contactId, body.consents);
  }

  @Post(':id/withdrawals')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Take consents of a relative back',
    description:
      'For caseworkers and coordinators. Messages to this relative stop at once, and open calls and ' +
      'tasks end; where it was the last relative who agreed to store_and_match, the report is not ' +
      'matched any more.',
    answers: withdrawal,
    errors: [404],
  })
  withdraw(
    @CurrentActor() actor: Actor,
    @Param('id', { schema: id }) contactId: string,
    @Body({ schema: newWithdrawal }) body: z.output<typeof newWithdrawal>,
  ): Promise<WithdrawalView> {
    return this.withdrawals.withdraw(actor, contactId, body.purposes);
  }
}
