import type { Place, Seal } from '@athar/persistence';
import type { CollectionKind } from './collection.js';
import type { EntryCategory, EntryDocument, EntryState } from './entry-document.js';
import type { EntryView } from './entry-view.js';
import { cursorMoment } from './page.js';

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
  record: Buffer;
  created_at: Date;
  created_text: string;
  updated_at: Date;
}

export const entryColumns = `
  e.id, e.collection_id, c.title AS collection_title, c.kind AS collection_kind, e.category, e.state,
  e.version, e.revision, e.record, e.created_at, ${cursorMoment('e.created_at')} AS created_text, e.updated_at`;

/** Where an entry's document is sealed. */
export function entryPlace(id: string): Place {
  return { table: 'entries', column: 'record', row: id };
}

/** @throws SealBroken, KeyMissing */
export function openDocument(seal: Seal, row: EntryRow): EntryDocument {
  return seal.openJson<EntryDocument>(entryPlace(row.id), row.record);
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
    document: openDocument(seal, row),
  };
}
