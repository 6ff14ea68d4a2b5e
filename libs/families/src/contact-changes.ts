import { Injectable } from '@nestjs/common';
import type { Actor } from '@athar/access';
import { KeyRing } from '@athar/persistence';
import type { EntityManager } from 'typeorm';
import { checkKept } from './check-contact.js';
import { checkConsentDays, checkGivenAnew } from './consent-days.js';
import { endConsents, recordConsents } from './consent-rows.js';
import type { ContactEdit, ContactView, NewConsent, Proof, Purpose } from './contact.js';
import { Contacts } from './contacts.js';
import { ContactChanged, ContactWithdrawn, InvalidContact } from './errors.js';
import { lockReportOf } from './lock-report.js';
import { contactPlace, sealedPart } from './rows.js';

/** Which relative, as she was when she was read. */
export interface ContactAddress {
  id: string;
  expectedVersion: number;
}

/** Corrects what is known of a relative. Every method works in the caller's transaction. */
@Injectable()
export class ContactChanges {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly contacts: Contacts,
  ) {}

  /**
   * Replaces name, phone, e-mail, language, safe hours and note. What a consent in force needs to reach
   * her cannot be taken away. A relationship that changes is not verified any more.
   *
   * @throws ContactNotFound, ContactChanged, ContactWithdrawn, InvalidContact
   */
  async edit(
    manager: EntityManager,
    actor: Actor,
    address: ContactAddress,
    edit: ContactEdit,
  ): Promise<ContactView> {
    const { organisationId } = actor;
    const before = await this.lock(manager, actor, address);
    const problems = checkKept({ ...edit, consents: inForce(before) }, '');
    if (problems.length > 0) throw new InvalidContact(problems);
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    await manager.query(
      `UPDATE contacts SET record = $3, language = $4, discreet = $5,
         relationship_verified = relationship_verified AND relationship = $6,
         verified_by = CASE WHEN relationship = $6 THEN verified_by END,
         verified_at = CASE WHEN relationship = $6 THEN verified_at END,
         verified_way = CASE WHEN relationship = $6 THEN verified_way END,
         relationship = $6, version = version + 1, updated_at = now()
       WHERE organisation_id = $1 AND id = $2`,
      [
        organisationId,
        address.id,
        seal.sealJson(contactPlace(address.id), sealedPart(edit)),
        edit.language,
        edit.discreet ?? false,
        edit.relationship,
      ],
    );
    return this.contacts.find(manager, organisationId, address.id);
  }

  /** Notes that the actor saw what proves the relationship. @throws ContactNotFound, ContactChanged, ContactWithdrawn */
  async verify(
    manager: EntityManager,
    actor: Actor,
    address: ContactAddress,
    way: Proof,
  ): Promise<ContactView> {
    const { organisationId, memberId } = actor;
    await this.lock(manager, actor, address);
    await manager.query(
      `UPDATE contacts SET relationship_verified = true, verified_by = $3, verified_at = now(),
         verified_way = $4, version = version + 1, updated_at = now()
       WHERE organisation_id = $1 AND id = $2`,
      [organisationId, address.id, memberId, way],
    );
    return this.contacts.find(manager, organisationId, address.id);
  }

  /**
   * Keeps consents that a relative gives anew or in addition. One that is in force already stays as it
   * is, so that doing it again changes nothing. One that was taken back needs the day of a new answer.
   *
   * @param today the day after which everything is in the future, as `2026-03-01`.
   * @returns the purposes that are in force from now on.
   * @throws ContactNotFound, InvalidContact
   */
  async give(
    manager: EntityManager,
    actor: Actor,
    contactId: string,
    consents: readonly NewConsent[],
    today: string,
  ): Promise<{ contact: ContactView; given: Purpose[] }> {
    const { organisationId } = actor;
    await lockReportOf(manager, organisationId, contactId);
    const before = await this.contacts.find(manager, organisationId, contactId);
    const current = inForce(before);
    const added = consents.filter(
      ({ purpose }) => !current.some((consent) => consent.purpose === purpose),
    );
    // Those in force stand behind the new ones, so that a pointer counts from the list that was sent.
    const old = current.filter(({ purpose }) => !consents.some((one) => one.purpose === purpose));
    const problems = [
      ...checkKept({ ...before, consents: [...consents, ...old] }, ''),
      ...checkConsentDays(consents, '/consents', today),
      ...checkGivenAnew(before.consents, consents, '/consents'),
    ];
    if (problems.length > 0) throw new InvalidContact(problems);
    await recordConsents(manager, actor, contactId, added);
    const contact = await this.contacts.find(manager, organisationId, contactId);
    return { contact, given: added.map(({ purpose }) => purpose).sort() };
  }

  /**
   * Keeps on which day and how consents in force were really given, where that had been noted wrongly.
   * What the relative agrees to stays as it is.
   *
   * @returns the purposes whose day or way is another now.
   * @throws ContactNotFound
   */
  async correctConsents(
    manager: EntityManager,
    actor: Actor,
    contactId: string,
    consents: readonly NewConsent[],
  ): Promise<Purpose[]> {
    const { organisationId } = actor;
    await lockReportOf(manager, organisationId, contactId);
    const current = inForce(await this.contacts.find(manager, organisationId, contactId));
    const corrected = consents.filter(({ purpose, givenOn, way }) =>
      current.some(
        (one) => one.purpose === purpose && (one.givenOn !== givenOn || one.way !== way),
      ),
    );
    await endConsents(manager, actor, contactId, corrected);
    await recordConsents(manager, actor, contactId, corrected);
    return corrected.map(({ purpose }) => purpose);
  }

  private async lock(
    manager: EntityManager,
    { organisationId }: Actor,
    { id, expectedVersion }: ContactAddress,
  ): Promise<ContactView> {
    await lockReportOf(manager, organisationId, id);
    const contact = await this.contacts.find(manager, organisationId, id);
    if (contact.version !== expectedVersion) throw new ContactChanged();
    if (!inForce(contact).some(({ purpose }) => purpose === 'store_and_match')) {
      throw new ContactWithdrawn();
    }
    return contact;
  }
}

function inForce({ consents }: ContactView): NewConsent[] {
  return consents.filter(({ withdrawnAt }) => withdrawnAt === null);
}
