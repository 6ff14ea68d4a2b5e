import { Controller } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { referrals } from '@athar/cases';
import { newReferral, referral, referralList } from './case-details.dto.js';
import { DetailRoutes } from './detail-routes.js';

/** Help that the family of a case was shown the way to. */
@ApiTags('cases')
@Controller('cases/:caseId/referrals')
export class ReferralsController extends DetailRoutes({
  type: referrals,
  ...{ entered: newReferral, one: referral, list: referralList },
  summaries: {
    list: 'Referrals of a case',
    add: 'Refer a family',
    replace: 'Change a referral, its status too',
    remove: 'Take a referral away',
  },
  param: 'referralId',
}) {}
