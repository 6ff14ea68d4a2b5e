import { checkDate } from '../check-date.js';
import type { DetailType } from './case-detail.js';

/** Who else registered the missing person. */
export const referenceKinds = ['icrc', 'iimp', 'ncmp', 'icmp', 'other'] as const;
export type ReferenceKind = (typeof referenceKinds)[number];

/** The number under which another body knows the case. */
export interface ReferenceElsewhere {
  kind: ReferenceKind;
  number: string;
  /** Which body, where the kind is `other`. */
  body?: string;
  /** EDTF. */
  since?: string;
  note?: string;
}

export const referencesElsewhere: DetailType<ReferenceElsewhere> = {
  table: 'case_references',
  subject: 'reference',
  columns: ['kind'],
  check: ({ kind, body, since }, today) => {
    const problems = checkDate('/since', since, today);
    if (kind === 'other' && body === undefined) {
      problems.push({
        field: '/body',
        code: 'body-missing',
        expected: 'the name of the body, where the kind is other',
        fix: 'Add body.',
      });
    }
    return problems;
  },
};
