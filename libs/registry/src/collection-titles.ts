import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requireRole, type Actor } from '@athar/access';
import { Database } from '@athar/persistence';
import type { CollectionView } from './collection.js';

/** A collection by what it is called. */
export type CollectionTitle = Pick<CollectionView, 'id' | 'kind' | 'title' | 'custodian'>;

/** What all collections are called, kept in memory as long as none was added or changed. */
@Injectable()
export class CollectionTitles {
  private kept: { revision: string; titles: readonly CollectionTitle[] } | undefined;

  constructor(private readonly database: Database) {}

  /**
   * All collections, newest first; the same array as long as nothing has changed, in this process or
   * another. For stewards and coordinators. @throws RoleMissing
   */
  async all(actor: Actor): Promise<readonly CollectionTitle[]> {
    requireRole(actor, 'steward', 'coordinator');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      // Asked first, so that a change between the two questions is seen at the next one.
      const revision = await revisionOf(manager);
      if (this.kept?.revision !== revision) {
        this.kept = { revision, titles: await readTitles(manager) };
      }
      return this.kept.titles;
    });
  }
}

/** Versions only rise, and what is added is newer than all before: no change leaves all three as they were. */
async function revisionOf(manager: EntityManager): Promise<string> {
  const [row] = await manager.query<{ revision: string }[]>(
    `SELECT concat_ws(' ', count(*), sum(version), max(created_at)) AS revision FROM collections`,
  );
  return row?.revision ?? '';
}

function readTitles(manager: EntityManager): Promise<CollectionTitle[]> {
  return manager.query<CollectionTitle[]>(
    'SELECT id, kind, title, custodian FROM collections ORDER BY created_at DESC, id DESC',
  );
}
