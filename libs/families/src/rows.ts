import type { Place, Seal } from '@athar/persistence';
import type {
  ConsentView,
  ConsentWay,
  ContactRecord,
  ContactView,
  Language,
  Purpose,
  Relationship,
} from './contact.js';

export interface ContactRow {
  id: string;
  report_id: string;
  relationship: Relationship;
  relationship_verified: boolean;
  language: Language;
  discreet: boolean;
  record: Buffer;
  created_at: Date;
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
    language: row.language,
    discreet: row.discreet,
    ...seal.openJson<ContactRecord>(contactPlace(row.id), row.record),
    consents: consents.map(consentView),
    createdAt: row.created_at.toISOString(),
  };
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
