import type { Actor } from '@athar/access';
import type { EntityManager } from 'typeorm';
import type { NewConsent } from './contact.js';

/** Keeps what a relative agreed to. None of the purposes is in force yet. */
export async function recordConsents(
  manager: EntityManager,
  { organisationId, memberId }: Actor,
  contactId: string,
  consents: readonly NewConsent[],
): Promise<void> {
  for (const { purpose, givenOn, way } of consents) {
    await manager.query(
      `INSERT INTO consents (organisation_id, contact_id, purpose, given_on, way, recorded_by)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [organisationId, contactId, purpose, givenOn, way, memberId],
    );
  }
}

/** Ends consents in force, so that others may take their place. */
export async function endConsents(
  manager: EntityManager,
  { organisationId }: Actor,
  contactId: string,
  consents: readonly NewConsent[],
): Promise<void> {
  await manager.query(
    `UPDATE consents SET withdrawn_at = now() WHERE organisation_id = $1 AND contact_id = $2
       AND purpose = ANY($3) AND withdrawn_at IS NULL`,
    [organisationId, contactId, consents.map(({ purpose }) => purpose)],
  );
}
