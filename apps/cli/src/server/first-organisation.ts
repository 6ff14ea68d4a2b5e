import {
  createOrganisation,
  type CreatedOrganisation,
  type MemberRole,
  type NewOrganisation,
} from '@athar/access';
import { ensureDataKey, withOwner, type MasterKey, type Storage } from '@athar/persistence';
import type { EntityManager } from 'typeorm';

/** A seat that can act, as an operator sees it. */
export interface Seat {
  id: string;
  label: string;
  roles: MemberRole[];
  organisation: string;
}

/** The seats of an organisation for which none were named. */
export const usualSeats: { label: string; roles: MemberRole[] }[] = [
  { label: 'caseworker-1', roles: ['caseworker'] },
  { label: 'reviewer-1', roles: ['reviewer'] },
  { label: 'reviewer-2', roles: ['reviewer'] },
  { label: 'coordinator-1', roles: ['coordinator'] },
  { label: 'steward-1', roles: ['steward'] },
];

/**
 * Makes the organisation of a fresh embedded installation, so that somebody can act. Does nothing
 * where there is one already.
 *
 * @param ownerUrl address with the owner's role.
 */
export async function ensureFirstOrganisation(ownerUrl: string, storage: Storage): Promise<void> {
  await withOwner(ownerUrl, async (manager) => {
    await manager.query('LOCK TABLE organisations IN SHARE ROW EXCLUSIVE MODE');
    const known = await manager.query<unknown[]>('SELECT 1 FROM organisations LIMIT 1');
    if (known.length > 0) return;
    await addOrganisation(manager, storage.masterKey, {
      name: 'My organisation',
      phone: '+000 000 000',
      members: usualSeats,
    });
  });
}

/** Makes an organisation with its seats and its data key. @param manager the owner's transaction. */
export async function addOrganisation(
  manager: EntityManager,
  masterKey: MasterKey,
  organisation: NewOrganisation,
): Promise<CreatedOrganisation> {
  const created = await createOrganisation(manager, organisation);
  await ensureDataKey(manager, masterKey, created.id);
  // The api and the worker of production may not make it: they never see the owner's role.
  await ensureDataKey(manager, masterKey, null);
  return created;
}

/** Every seat of every organisation, for the operator of an installation without signing in. */
export function listSeats(ownerUrl: string): Promise<Seat[]> {
  return withOwner(ownerUrl, (manager) =>
    manager.query<Seat[]>(
      `SELECT m.id, m.label, m.roles, o.name AS organisation
       FROM members m JOIN organisations o ON o.id = m.organisation_id
       WHERE m.disabled_at IS NULL ORDER BY o.created_at, m.label`,
    ),
  );
}
