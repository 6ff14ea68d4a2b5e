import type { StatementSource } from '../statement-source.js';

/** How the missing person of one case stands to that of another. */
export const linkKinds = [
  'father_of',
  'mother_of',
  'brother_of',
  'sister_of',
  'spouse_of',
  'grandparent_of',
  'uncle_or_aunt_of',
  'cousin_of',
  'in_law_of',
  'other_relative_of',
  'arrested_together',
] as const;
export type LinkKind = (typeof linkKinds)[number];

const mutual: ReadonlySet<LinkKind> = new Set([
  'spouse_of',
  'cousin_of',
  'in_law_of',
  'other_relative_of',
  'arrested_together',
]);

/** True where the link reads the same from either case. */
export function isMutual(kind: LinkKind): boolean {
  return mutual.has(kind);
}

/** What is sealed of a link. */
export interface LinkRecord {
  /** Of the arrest, say; EDTF. */
  date?: string;
  place?: string;
  source: StatementSource;
  note?: string;
}

export interface NewLink extends LinkRecord {
  otherCaseId: string;
  kind: LinkKind;
  /** Whose person is the father, the brother ...; `this` where left out. */
  subject?: 'this' | 'other';
}

/** A link as it is seen from one of its two cases. */
export interface LinkView extends LinkRecord {
  id: string;
  kind: LinkKind;
  /** Whose person is the father, the brother ...; `both` where it reads the same either way. */
  subject: 'this' | 'other' | 'both';
  otherCaseId: string;
  otherReference: string;
  addedBy: string;
  addedAt: string;
}
