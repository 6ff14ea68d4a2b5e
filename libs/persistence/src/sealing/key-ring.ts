import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeyMissing } from './errors.js';
import { MasterKey, REGISTRY } from './master-key.js';
import { Seal } from './seal.js';

export const MASTER_KEY = Symbol('MASTER_KEY');

interface DataKeyRow {
  id: string;
  wrapped: Buffer;
  retired: boolean;
  master_key_id: string;
}

/** Opens data keys with the master key and keeps them for the life of the process. */
@Injectable()
export class KeyRing {
  private readonly seals = new Map<string, Seal>();

  constructor(@Inject(MASTER_KEY) private readonly master: MasterKey) {}

  /**
   * The seal of one organisation.
   *
   * @param manager a transaction of that organisation, or of the matcher.
   * @throws KeyMissing where it has no data key or the master key at hand is another.
   */
  ofOrganisation(manager: EntityManager, organisationId: string): Promise<Seal> {
    return this.ofOwner(manager, organisationId, organisationId);
  }

  /** The seal of the registry. @throws KeyMissing */
  ofRegistry(manager: EntityManager): Promise<Seal> {
    return this.ofOwner(manager, REGISTRY, null);
  }

  private async ofOwner(manager: EntityManager, owner: string, id: string | null): Promise<Seal> {
    const known = this.seals.get(owner);
    if (known) return known;
    const rows = await manager.query<DataKeyRow[]>(
      `SELECT id, wrapped, retired_at IS NOT NULL AS retired, master_key_id
       FROM data_keys WHERE organisation_id IS NOT DISTINCT FROM $1 ORDER BY created_at, id`,
      [id],
    );
    const seal = new Seal(rows.map((row) => this.unwrap(owner, row)));
    this.seals.set(owner, seal);
    return seal;
  }

  private unwrap(owner: string, row: DataKeyRow) {
    if (row.master_key_id !== this.master.id) {
      throw new KeyMissing('The data was sealed under another master key than the one at hand.');
    }
    return this.master.unwrap(owner, row);
  }
}

/**
 * Makes sure that an owner has a data key; done where organisations are created and at migration.
 *
 * @param manager the owner role's transaction.
 * @param organisationId null for the registry.
 */
export async function ensureDataKey(
  manager: EntityManager,
  master: MasterKey,
  organisationId: string | null,
): Promise<void> {
  const { id, wrapped } = master.createDataKey(organisationId ?? REGISTRY);
  await manager.query(
    `INSERT INTO data_keys (id, organisation_id, master_key_id, wrapped) VALUES ($1, $2, $3, $4)
     ON CONFLICT (organisation_id) WHERE retired_at IS NULL DO NOTHING`,
    [id, organisationId, master.id, wrapped],
  );
}
