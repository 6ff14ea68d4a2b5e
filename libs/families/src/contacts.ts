import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import { KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import type { ContactRecord, ContactView, NewContact } from './contact.js';
import { contactView, contactPlace, type ConsentRow, type ContactRow } from './rows.js';

/** The relatives behind a report. Every method works in the caller's transaction. */
@Injectable()
export class Contacts {
  constructor(private readonly keyRing: KeyRing) {}

  /** Keeps the relatives of a new report with what they agreed to; gives their ids in order. */
  async add(
    manager: EntityManager,
    actor: Actor,
    reportId: string,
    contacts: readonly NewContact[],
  ): Promise<string[]> {
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    const ids: string[] = [];
    for (const [position, contact] of contacts.entries()) {
      const id = randomUUID();
      const record = seal.sealJson(contactPlace(id), sealedPart(contact));
      await manager.query(
        `INSERT INTO contacts (id, organisation_id, report_id, position, relationship, language, discreet, record)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          actor.organisationId,
          reportId,
          position,
          contact.relationship,
          contact.language,
          contact.discreet ?? false,
          record,
        ],
      );
      await recordConsents(manager, actor, id, contact);
      ids.push(id);
    }
    return ids;
  }

  /** The relatives of one report, opened, in the order they were entered. */
  async ofReport(
    manager: EntityManager,
    organisationId: string,
    reportId: string,
  ): Promise<ContactView[]> {
    const contacts = await manager.query<ContactRow[]>(
      'SELECT * FROM contacts WHERE organisation_id = $1 AND report_id = $2 ORDER BY position',
      [organisationId, reportId],
    );
    const consents = await manager.query<ConsentRow[]>(
      `SELECT contact_id, purpose, given_on::text, way, recorded_at, withdrawn_at FROM consents
       WHERE organisation_id = $1 AND contact_id = ANY($2) ORDER BY recorded_at, purpose`,
      [organisationId, contacts.map(({ id }) => id)],
    );
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    return contacts.map((row) =>
      contactView(
        row,
        seal,
        consents.filter(({ contact_id }) => contact_id === row.id),
      ),
    );
  }
}

function sealedPart({ name, phone, email, safeHours, note }: NewContact): ContactRecord {
  return {
    name,
    ...(phone === undefined ? {} : { phone }),
    ...(email === undefined ? {} : { email }),
    ...(safeHours === undefined ? {} : { safeHours }),
    ...(note === undefined ? {} : { note }),
  };
}

async function recordConsents(
  manager: EntityManager,
  actor: Actor,
  contactId: string,
  { consents }: NewContact,
): Promise<void> {
  for (const { purpose, givenOn, way } of consents) {
    await manager.query(
      `INSERT INTO consents (organisation_id, contact_id, purpose, given_on, way, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [actor.organisationId, contactId, purpose, givenOn, way, actor.memberId],
    );
  }
}
