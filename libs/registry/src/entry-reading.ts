import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import { entryColumns, toEntryReading, type EntryRow } from './entry-row.js';
import type { EntryReading } from './entry-view.js';
import { EntryNotFound } from './errors.js';
import { mergeSources } from './sources/merge-sources.js';
import { sourcesOfEntry } from './sources/read-sources.js';
import { mergeable } from './sources/source-row.js';
import { toSourceSummary } from './sources/source-views.js';
import { shownTo } from './terms/shown.js';

/**
 * One entry as somebody reads it, with what it is made of, in the caller's transaction, who answers
 * for roles and for recording it. While a second reading is awaited, who read first is not told.
 *
 * @param hidden whether what the terms hide from reviewers is shown.
 * @throws EntryNotFound
 */
export async function loadReading(
  manager: EntityManager,
  seal: Seal,
  id: string,
  hidden: boolean,
): Promise<EntryReading> {
  const [row] = await manager.query<EntryRow[]>(
    `SELECT ${entryColumns} FROM entries e JOIN collections c ON c.id = e.collection_id
     WHERE e.id = $1 AND ${shownTo('$2')}`,
    [id, hidden],
  );
  if (!row) throw new EntryNotFound();
  const sources = (await sourcesOfEntry(manager, id)).filter(
    ({ kind }) => kind !== 'reading' || row.awaits_reading !== 'second',
  );
  const { provenance } = mergeSources(sources.map((source) => mergeable(seal, source)));
  return { ...toEntryReading(seal, row), sources: sources.map(toSourceSummary), provenance };
}
