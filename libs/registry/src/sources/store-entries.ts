import type { EntityManager } from 'typeorm';
import type { EntryDocument } from '../entry-document.js';
import { hasSettledName } from '../readings/awaited.js';

/** An entry as it is to lie in the database. */
export interface StoredEntry {
  id: string;
  collectionId: string;
  content: Buffer;
  document: EntryDocument;
  /** The document, sealed. */
  record: Buffer;
}

/** @param first the revision of the first; the others follow. */
export async function insertEntries(
  manager: EntityManager,
  entries: readonly StoredEntry[],
  first: bigint,
): Promise<void> {
  if (entries.length === 0) return;
  await manager.query(
    // The clock moves on from row to row, so that a list by age follows the file.
    `INSERT INTO entries (created_at, collection_id, id, content, record, category, state, has_name, revision)
     SELECT clock_timestamp(), * FROM unnest($1::uuid[], $2::uuid[], $3::bytea[], $4::bytea[], $5::text[], $6::text[], $7::boolean[], $8::bigint[])`,
    [entries.map((entry) => entry.collectionId), ...columnsOf(entries, first)],
  );
}

/** An entry that was removed is there again. @param first the revision of the first. */
export async function updateEntries(
  manager: EntityManager,
  entries: readonly StoredEntry[],
  first: bigint,
): Promise<void> {
  if (entries.length === 0) return;
  await manager.query(
    `UPDATE entries e SET content = w.content, record = w.record, category = w.category, state = w.state,
            has_name = w.has_name, revision = w.revision, version = e.version + 1, updated_at = now(), removed_at = NULL
     FROM unnest($1::uuid[], $2::bytea[], $3::bytea[], $4::text[], $5::text[], $6::boolean[], $7::bigint[])
          AS w (id, content, record, category, state, has_name, revision)
     WHERE e.id = w.id`,
    columnsOf(entries, first),
  );
}

/** Their last record stays for those who worked with it. @param first the revision of the first. */
export async function removeEntries(
  manager: EntityManager,
  entries: readonly { id: string }[],
  first: bigint,
): Promise<void> {
  if (entries.length === 0) return;
  await manager.query(
    `UPDATE entries e SET revision = w.revision, version = e.version + 1, updated_at = now(), removed_at = now()
     FROM unnest($1::uuid[], $2::bigint[]) AS w (id, revision) WHERE e.id = w.id`,
    [entries.map((entry) => entry.id), revisionsFrom(first, entries.length)],
  );
}

/** Columns of entries as arrays, one a column. */
function columnsOf(entries: readonly StoredEntry[], first: bigint): unknown[] {
  return [
    entries.map((entry) => entry.id),
    entries.map((entry) => entry.content),
    entries.map((entry) => entry.record),
    entries.map((entry) => entry.document.category),
    entries.map((entry) => entry.document.state),
    entries.map((entry) => hasSettledName(entry.document.names)),
    revisionsFrom(first, entries.length),
  ];
}

function revisionsFrom(first: bigint, count: number): string[] {
  return Array.from({ length: count }, (_, index) => (first + BigInt(index)).toString());
}
