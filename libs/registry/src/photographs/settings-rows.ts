import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import { CollectionNotFound } from '../errors.js';
import { toSettingsView, type TitleSettingsRow, type TitleSettingsView } from './title-settings.js';

/**
 * The settings of a collection, those of none being empty.
 *
 * @param seal the registry's.
 * @param lock holds the collection to the transaction's end, so that its photographs are grouped by
 *   one transaction at a time.
 * @throws CollectionNotFound
 */
export async function readSettings(
  manager: EntityManager,
  seal: Seal,
  collectionId: string,
  lock = false,
): Promise<TitleSettingsView> {
  const [row] = await manager.query<TitleSettingsRow[]>(
    `SELECT c.id AS collection_id, c.number_window_days, s.patterns, s.by_folder, s.assumed_branch,
            s.most_a_day, s.version, s.updated_at
     FROM collections c LEFT JOIN title_settings s ON s.collection_id = c.id
     WHERE c.id = $1 ${lock ? 'FOR NO KEY UPDATE OF c' : ''}`,
    [collectionId],
  );
  if (!row) throw new CollectionNotFound();
  return toSettingsView(seal, row);
}

/**
 * Makes sure that there is a collection.
 *
 * @param lock as of {@link readSettings}.
 * @throws CollectionNotFound
 */
export async function requireCollection(
  manager: EntityManager,
  collectionId: string,
  lock = false,
): Promise<void> {
  const found = await manager.query<unknown[]>(
    `SELECT 1 FROM collections WHERE id = $1 ${lock ? 'FOR NO KEY UPDATE' : ''}`,
    [collectionId],
  );
  if (found.length === 0) throw new CollectionNotFound();
}

/** Whether anyone has written patterns for a collection. */
export async function hasPatterns(manager: EntityManager, collectionId: string): Promise<boolean> {
  const found = await manager.query<unknown[]>(
    'SELECT 1 FROM title_settings WHERE collection_id = $1',
    [collectionId],
  );
  return found.length > 0;
}
