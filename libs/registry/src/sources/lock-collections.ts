import type { EntityManager } from 'typeorm';

/**
 * Holds collections to the transaction's end, so that those who write their entries take turns. Always
 * in the order of ids: two that hold several cannot wait for each other.
 */
export async function lockCollections(
  manager: EntityManager,
  within: readonly { collectionId: string }[],
): Promise<void> {
  await manager.query(
    'SELECT 1 FROM collections WHERE id = ANY($1::uuid[]) ORDER BY id FOR NO KEY UPDATE',
    [[...new Set(within.map((one) => one.collectionId))]],
  );
}
