import type { Place, Seal } from '@athar/persistence';
import type {
  ConsentView,
  ConsentWay,
  ContactRecord,
  ContactView,
  Language,
  Proof,
  Purpose,
  Relationship,
  Verification,
} from './contact.js';

export interface ContactRow {
  id: string;
  report_id: string;
  relationship: Relationship;
  relationship_verified: boolean;
  language: Language;
  discreet: boolean;
  record: Buffer;
  version: number;
  verified_by: string | null;
  verified_at: Date | null;
  verified_way: Proof | null;
  created_at: Date;
  updated_at: Date;
}

export interface ConsentRow {
  contact_id: string;
  purpose: Purpose;
  given_on: string;
  way: ConsentWay;
  recorded_at: Date;
  withdrawn_at: Date | null;
}

/** Where a contact's sealed part lives. */
export function contactPlace(id: string): Place {
  return { table: 'contacts', column: 'record', row: id };
}

/** What is sealed of a relative. */
export function sealedPart({ name, phone, email, safeHours, note }: ContactRecord): ContactRecord {
  return {
    name,
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(safeHours === undefined ? {} : { safeHours }),
    ...(note === undefined ? {} : { note }),
  };
}

/** A relative as caseworkers see her, opened. */
export function contactView(
  row: ContactRow,
  seal: Seal,
  consents: readonly ConsentRow[],
): ContactView {
  return {
    id: row.id,
    reportId: row.report_id,
    relationship: row.relationship,
    relationshipVerified: row.relationship_verified,
    verification: verificationOf(row),
    language: row.language,
    discreet: row.discreet,
    ...seal.openJson<ContactRecord>(contactPlace(row.id), row.record),
    consents: consents.map(consentView),
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}

function verificationOf(row: ContactRow): Verification | null {
  const { verified_way: way, verified_by: by, verified_at: at } = row;
  return way === null || by === null || at === null ? null : { way, by, at: at.toISOString() };
}

function consentView(row: ConsentRow): ConsentView {
  return {
    purpose: row.purpose,
    givenOn: row.given_on,
    way: row.way,
    recordedAt: row.recorded_at.toISOString(),
    withdrawnAt: row.withdrawn_at?.toISOString() ?? null,
  };
}
