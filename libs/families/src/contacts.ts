import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import { KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { recordConsents } from './consent-rows.js';
import type { ContactView, NewContact } from './contact.js';
import { ContactNotFound } from './errors.js';
import { contactPlace, contactView, sealedPart, type ConsentRow, type ContactRow } from './rows.js';

/** The relatives behind a report. Every method works in the caller's transaction. */
@Injectable()
export class Contacts {
  constructor(private readonly keyRing: KeyRing) {}

  /** Keeps relatives of a report, behind those it has, with what they agreed to; gives their ids in order. */
  async add(
    manager: EntityManager,
    actor: Actor,
    reportId: string,
    contacts: readonly (NewContact & { id?: string })[],
  ): Promise<string[]> {
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    const begin = await nextPosition(manager, actor.organisationId, reportId);
    const ids: string[] = [];
    for (const [index, contact] of contacts.entries()) {
      const id = contact.id ?? randomUUID();
      const record = seal.sealJson(contactPlace(id), sealedPart(contact));
      await manager.query(
        `INSERT INTO contacts (id, organisation_id, report_id, position, relationship, language, discreet, record)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
        [
          id,
          actor.organisationId,
          reportId,
          begin + index,
          contact.relationship,
          contact.language,
          contact.discreet ?? false,
          record,
        ],
      );
      await recordConsents(manager, actor, id, contact.consents);
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
    const rows = await manager.query<ContactRow[]>(
      'SELECT * FROM contacts WHERE organisation_id = $1 AND report_id = $2 ORDER BY position',
      [organisationId, reportId],
    );
    return this.open(manager, organisationId, rows);
  }

  /**
   * Overwrites what is kept of the relatives of a report that should never have come in: that there
   * were some stays, who they are does not. What they agreed to must have ended before.
   */
  async forget(manager: EntityManager, organisationId: string, reportId: string): Promise<void> {
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const rows = await manager.query<{ id: string }[]>(
      'SELECT id FROM contacts WHERE organisation_id = $1 AND report_id = $2',
      [organisationId, reportId],
    );
    for (const { id } of rows) {
      await manager.query(
        `UPDATE contacts SET record = $2, relationship = 'other', version = version + 1, updated_at = now()
         WHERE id = $1`,
        [id, seal.sealJson(contactPlace(id), { name: '—' })],
      );
    }
  }

  /** One relative, opened. @throws ContactNotFound */
  async find(manager: EntityManager, organisationId: string, id: string): Promise<ContactView> {
    const rows = await manager.query<ContactRow[]>(
      'SELECT * FROM contacts WHERE organisation_id = $1 AND id = $2',
      [organisationId, id],
    );
    const [view] = await this.open(manager, organisationId, rows);
    if (!view) throw new ContactNotFound();
    return view;
  }

  private async open(
    manager: EntityManager,
    organisationId: string,
    contacts: readonly ContactRow[],
  ): Promise<ContactView[]> {
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

async function nextPosition(
  manager: EntityManager,
  organisationId: string,
  reportId: string,
): Promise<number> {
  const [row] = await manager.query<{ next: number }[]>(
    `SELECT coalesce(max(position) + 1, 0) AS next FROM contacts
     WHERE organisation_id = $1 AND report_id = $2`,
    [organisationId, reportId],
  );
  return row?.next ?? 0;
}
