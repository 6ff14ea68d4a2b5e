import { Injectable } from '@nestjs/common';
import { KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type { ContactRecord, Language, Purpose, SafeHours } from './contact.js';
import { contactPlace, type ContactRow } from './rows.js';

/** What sending needs to know of a relative, and nothing more. */
export interface Recipient {
  language: Language;
  discreet: boolean;
  email?: string;
  safeHours?: SafeHours;
  /** Whether the relative agrees to the purpose asked about at this moment. */
  agrees: boolean;
}

type Row = ContactRow & { agrees: boolean };

/** Finds out where a message may go. */
@Injectable()
export class Recipients {
  constructor(private readonly keyRing: KeyRing) {}

  /** The relative as one who is to be messaged, or undefined where the id is unknown. */
  async find(
    manager: EntityManager,
    organisationId: string,
    contactId: string,
    purpose: Purpose,
  ): Promise<Recipient | undefined> {
    const [row] = await manager.query<Row[]>(
      `SELECT c.*, EXISTS (SELECT FROM consents n WHERE n.organisation_id = $1
          AND n.contact_id = c.id AND n.purpose = $3 AND n.withdrawn_at IS NULL) AS agrees
       FROM contacts c WHERE c.organisation_id = $1 AND c.id = $2`,
      [organisationId, contactId, purpose],
    );
    if (!row) return undefined;
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const { email, safeHours } = seal.openJson<ContactRecord>(contactPlace(row.id), row.record);
    return {
      language: row.language,
      discreet: row.discreet,
      ...(email === undefined ? {} : { email }),
      ...(safeHours === undefined ? {} : { safeHours }),
      agrees: row.agrees,
    };
  }
}
