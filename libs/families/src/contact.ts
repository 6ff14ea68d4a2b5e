/** How the relative stands to the missing person. */
export const relationships = [
  'mother',
  'father',
  'wife',
  'husband',
  'sister',
  'brother',
  'daughter',
  'son',
  'grandparent',
  'uncle_or_aunt',
  'cousin',
  'friend',
  'lawyer',
  'other',
] as const;
export type Relationship = (typeof relationships)[number];

export const languages = ['ar', 'en'] as const;
export type Language = (typeof languages)[number];

/** What a relative may agree to. Without `store_and_match` nothing may be kept at all. */
export const purposes = [
  'store_and_match',
  'share',
  'message_email',
  'message_sms',
  'message_call',
] as const;
export type Purpose = (typeof purposes)[number];

export const consentWays = ['in_person', 'phone', 'written', 'online'] as const;
export type ConsentWay = (typeof consentWays)[number];

/** One agreement of one relative, as it was given. */
export interface NewConsent {
  purpose: Purpose;
  /** Full date, `2026-03-01`. */
  givenOn: string;
  way: ConsentWay;
}

/** The hours in which a message does no harm. `until` before `from` runs over midnight. */
export interface SafeHours {
  /** `09:00`, 24 hours. */
  from: string;
  /** `17:30`, not included. */
  until: string;
  /** IANA name of where the relative lives, as `Europe/Berlin`. */
  timeZone: string;
}

/** What is sealed of a contact. */
export interface ContactRecord {
  name: string;
  phone?: string;
  email?: string;
  safeHours?: SafeHours;
  note?: string;
}

/** What of a relative can be edited. */
export interface ContactEdit extends ContactRecord {
  relationship: Relationship;
  language: Language;
  /** No message may show who sent it. */
  discreet?: boolean;
}

/** A relative as a caseworker enters her. */
export interface NewContact extends ContactEdit {
  consents: readonly NewConsent[];
}

/** What proves how a relative stands to the missing person. */
export const proofs = [
  'family_booklet',
  'civil_register',
  'identity_paper',
  'known_to_member',
  'other',
] as const;
export type Proof = (typeof proofs)[number];

/** That a member saw the proof. */
export interface Verification {
  way: Proof;
  by: string;
  at: string;
}

export interface ConsentView extends NewConsent {
  recordedAt: string;
  /** null: in force. */
  withdrawnAt: string | null;
}

/** A relative as caseworkers see her. */
export interface ContactView extends ContactRecord {
  id: string;
  reportId: string;
  relationship: Relationship;
  /** Whether somebody saw a paper that proves it. */
  relationshipVerified: boolean;
  /** Who saw what and when; null where nobody did. */
  verification: Verification | null;
  language: Language;
  discreet: boolean;
  consents: ConsentView[];
  /** Counts edits; send it as If-Match with the next one. */
  version: number;
  createdAt: string;
  updatedAt: string;
}
