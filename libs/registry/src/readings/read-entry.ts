import type { EntityManager } from 'typeorm';
import { EntryNotFound } from '../errors.js';
import { shownTo } from '../terms/shown.js';
import type { AwaitedReading } from './awaited.js';

/** An entry that is being read, held to the end of the transaction. */
export interface HeldEntry {
  id: string;
  collectionId: string;
  awaits: AwaitedReading | 'none';
}

/**
 * Holds an entry, so that two who read it at once come one after the other. Its collection is held
 * before it, in the order in which files are applied.
 *
 * @param seesHidden also where the terms hide it from reviewers.
 * @throws EntryNotFound
 */
export async function holdEntry(
  manager: EntityManager,
  entryId: string,
  seesHidden: boolean,
): Promise<HeldEntry> {
  const [collection] = await manager.query<{ id: string }[]>(
    `SELECT c.id FROM collections c
     WHERE c.id = (SELECT collection_id FROM entries WHERE id = $1) AND ${shownTo('$2')}
     FOR NO KEY UPDATE OF c`,
    [entryId, seesHidden],
  );
  const [entry] = await manager.query<{ awaits: HeldEntry['awaits'] }[]>(
    'SELECT awaits_reading AS awaits FROM entries WHERE id = $1 AND removed_at IS NULL FOR NO KEY UPDATE',
    [entryId],
  );
  if (!collection || !entry) throw new EntryNotFound();
  return { id: entryId, collectionId: collection.id, awaits: entry.awaits };
}
