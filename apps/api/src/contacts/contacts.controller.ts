import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Actor } from '@athar/access';
import { Withdrawals, type WithdrawalView } from '@athar/cases';
import type { z } from 'zod';
import { CurrentActor, DescribeRoute, id } from '../http/index.js';
import { newWithdrawal, withdrawal } from './contacts.dto.js';

/** The relatives who gave reports. */
@ApiTags('reports')
@Controller('contacts')
export class ContactsController {
  constructor(private readonly withdrawals: Withdrawals) {}

  @Post(':id/withdrawals')
  @HttpCode(200)
  @DescribeRoute({
    summary: 'Take consents of a relative back',
    description:
      'For caseworkers and coordinators. Messages to this relative stop at once; where it was the ' +
      'last relative who agreed to store_and_match, the report is not matched any more.',
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
