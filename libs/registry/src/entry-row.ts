import type { Place, Seal } from '@athar/persistence';
import type { CollectionKind } from './collection.js';
import type { EntryCategory, EntryDocument, EntryState } from './entry-document.js';
import type { EntryReading, EntryView } from './entry-view.js';
import { cursorMoment } from './page.js';
import { blindToFirstReading, type AwaitedReading } from './readings/awaited.js';
import { statedCauseOf, withoutStatedCause } from './stated-cause.js';

/** An entry `e` with its collection `c` as the database gives it. */
export interface EntryRow {
  id: string;
  collection_id: string;
  collection_title: string;
  collection_kind: CollectionKind;
  category: EntryCategory;
  state: EntryState;
  version: number;
  revision: string;
  awaits_reading: AwaitedReading | 'none';
  record: Buffer;
  created_at: Date;
  created_text: string;
  updated_at: Date;
  removed_at: Date | null;
}

export const entryColumns = `
  e.id, e.collection_id, c.title AS collection_title, c.kind AS collection_kind, e.category, e.state,
  e.version, e.revision, e.awaits_reading, e.record, e.created_at, ${cursorMoment('e.created_at')} AS created_text, e.updated_at, e.removed_at`;

/** Where an entry's document is sealed. */
export function entryPlace(id: string): Place {
  return { table: 'entries', column: 'record', row: id };
}

/** All that an entry says, a stated cause of death too. @throws SealBroken, KeyMissing */
export function openRecord(seal: Seal, row: Pick<EntryRow, 'id' | 'record'>): EntryDocument {
  return seal.openJson<EntryDocument>(entryPlace(row.id), row.record);
}

/** What may be weighed of an entry: all but a stated cause of death. @throws SealBroken, KeyMissing */
export function openDocument(seal: Seal, row: Pick<EntryRow, 'id' | 'record'>): EntryDocument {
  return withoutStatedCause(openRecord(seal, row));
}

/** @throws SealBroken, KeyMissing */
export function toEntryView(seal: Seal, row: EntryRow): EntryView {
  return {
    id: row.id,
    collection: { id: row.collection_id, title: row.collection_title, kind: row.collection_kind },
    category: row.category,
    state: row.state,
    version: row.version,
    revision: row.revision,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
    removedAt: row.removed_at?.toISOString() ?? null,
    document: openDocument(seal, row),
  };
}

/**
 * As {@link toEntryView}, for somebody who asked for this entry: blind to a first reading, with the
 * stated cause set apart.
 *
 * @throws SealBroken, KeyMissing
 */
export function toEntryReading(
  seal: Seal,
  row: EntryRow,
): Omit<EntryReading, 'sources' | 'provenance'> {
  const view = toEntryView(seal, row);
  return {
    ...view,
    document: blindToFirstReading(view.document, row.awaits_reading),
    statedCause: statedCauseOf(openRecord(seal, row)) ?? null,
    awaitsReading: row.awaits_reading,
  };
}
