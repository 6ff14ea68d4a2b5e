import type { EntityManager } from 'typeorm';
import { CollectionNotFound } from '../errors.js';
import { CollectionOfAnother, UnderLegalHold } from './errors.js';

/**
 * Lets only the organisation that brought a collection change it: it is the one that answers to the
 * custodian. All organisations of the house read it.
 *
 * @param manager a transaction of the acting organisation.
 * @throws CollectionNotFound, CollectionOfAnother
 */
export async function requireKeeper(manager: EntityManager, collectionId: string): Promise<void> {
  const [row] = await manager.query<{ own: boolean }[]>(
    'SELECT organisation_id = current_organisation() AS own FROM collections WHERE id = $1',
    [collectionId],
  );
  if (!row) throw new CollectionNotFound();
  if (!row.own) throw new CollectionOfAnother();
}

/**
 * Stops whatever would remove something of a collection under legal hold: removal of an entry, the
 * undoing of an import. The collection stays locked to the transaction's end, so that no hold is laid
 * meanwhile.
 *
 * @throws CollectionNotFound, UnderLegalHold
 */
export async function requireNoHold(manager: EntityManager, collectionId: string): Promise<void> {
  const [row] = await manager.query<{ legal_hold: boolean }[]>(
    'SELECT legal_hold FROM collections WHERE id = $1 FOR NO KEY UPDATE',
    [collectionId],
  );
  if (!row) throw new CollectionNotFound();
  if (row.legal_hold) throw new UnderLegalHold();
}
