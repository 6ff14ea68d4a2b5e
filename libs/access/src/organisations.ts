import type { EntityManager } from 'typeorm';
import type { MemberRole } from './actor.js';

export interface NewOrganisation {
  name: string;
  /** The number that families may call; it stands in messages. */
  phone: string;
  discreet?: boolean;
  members: readonly { label: string; roles: readonly MemberRole[] }[];
}

export interface CreatedOrganisation {
  id: string;
  name: string;
  members: { id: string; label: string; roles: MemberRole[] }[];
}

/** The organisation as its members see it. */
export interface OrganisationView {
  id: string;
  name: string;
  phone: string;
  discreet: boolean;
}

/** Creates an organisation and its first members. @param manager the owner role's transaction. */
export async function createOrganisation(
  manager: EntityManager,
  organisation: NewOrganisation,
): Promise<CreatedOrganisation> {
  const [row] = await manager.query<{ id: string }[]>(
    'INSERT INTO organisations (name, phone, discreet) VALUES ($1, $2, $3) RETURNING id',
    [organisation.name, organisation.phone, organisation.discreet ?? false],
  );
  const id = row?.id ?? '';
  const members: CreatedOrganisation['members'] = [];
  for (const { label, roles } of organisation.members) {
    const [member] = await manager.query<{ id: string }[]>(
      'INSERT INTO members (organisation_id, label, roles) VALUES ($1, $2, $3) RETURNING id',
      [id, label, roles],
    );
    members.push({ id: member?.id ?? '', label, roles: [...roles] });
  }
  return { id, name: organisation.name, members };
}

/** The organisation that `manager` acts for. */
export async function readOrganisation(manager: EntityManager): Promise<OrganisationView> {
  const rows = await manager.query<OrganisationView[]>(
    'SELECT id, name, phone, discreet FROM organisations WHERE id = current_organisation()',
  );
  if (!rows[0]) throw new Error('No organisation is set for this transaction.');
  return rows[0];
}
