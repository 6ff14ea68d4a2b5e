import { checkDate } from '../check-date.js';
import type { DetailType } from './case-detail.js';

export const referralKinds = ['psychosocial', 'legal', 'forensic'] as const;
export type ReferralKind = (typeof referralKinds)[number];

export const referralStatuses = ['open', 'accepted', 'ended'] as const;
export type ReferralStatus = (typeof referralStatuses)[number];

/** Help that a family was shown the way to. */
export interface Referral {
  kind: ReferralKind;
  status: ReferralStatus;
  to: string;
  /** EDTF. */
  referredOn?: string;
  /** EDTF. */
  acceptedOn?: string;
  /** EDTF. */
  endedOn?: string;
  note?: string;
}

export const referrals: DetailType<Referral> = {
  table: 'referrals',
  subject: 'referral',
  columns: ['kind', 'status'],
  check: ({ referredOn, acceptedOn, endedOn }, today) => [
    ...checkDate('/referredOn', referredOn, today),
    ...checkDate('/acceptedOn', acceptedOn, today),
    ...checkDate('/endedOn', endedOn, today),
  ],
};
