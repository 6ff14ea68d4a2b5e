import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import type { EntryDocument } from '../entry-document.js';
import { entryPlace } from '../entry-row.js';
import { stagedPlace } from './import-row.js';

interface StagedRow {
  row_number: number;
  identity: Buffer;
  content: Buffer;
  record: Buffer;
}

interface Write {
  id: string;
  staged: StagedRow;
  document: EntryDocument;
  record: Buffer;
}

/** What a chunk did. `through` is its last row; null where no row was left. */
export interface ChunkOutcome {
  through: number | null;
  rows: number;
  added: number;
  changed: number;
  first: bigint | null;
  last: bigint | null;
}

/**
 * Turns the next staged rows into entries. The caller holds the import's row; the collection is held
 * here, so that two imports into one collection take turns by the chunk. Revisions are drawn last:
 * everybody's writing waits from there to commit.
 */
export async function applyChunk(
  manager: EntityManager,
  seal: Seal,
  from: { importId: string; collectionId: string; after: number },
  size: number,
): Promise<ChunkOutcome> {
  const staged = await manager.query<StagedRow[]>(
    `SELECT row_number, identity, content, record FROM import_rows
     WHERE import_id = $1 AND row_number > $2 ORDER BY row_number LIMIT $3`,
    [from.importId, from.after, size],
  );
  await manager.query('SELECT 1 FROM collections WHERE id = $1 FOR NO KEY UPDATE', [
    from.collectionId,
  ]);
  const known = await knownEntries(manager, from.collectionId, staged);
  const added = staged.filter((row) => !known.has(row.identity.toString('hex')));
  const changed = staged.filter((row) => {
    const entry = known.get(row.identity.toString('hex'));
    return entry !== undefined && !entry.content.equals(row.content);
  });
  const resealed = (row: StagedRow) =>
    reseal(seal, from.importId, row, known.get(row.identity.toString('hex'))?.id ?? randomUUID());
  const [inserts, updates] = [added.map(resealed), changed.map(resealed)];
  const first = await nextRevisions(manager, inserts.length + updates.length);
  if (first !== null) {
    await insertEntries(manager, from, inserts, first);
    await updateEntries(manager, from, updates, first + BigInt(inserts.length));
  }
  return {
    through: staged.at(-1)?.row_number ?? null,
    rows: staged.length,
    added: inserts.length,
    changed: updates.length,
    first,
    last: first === null ? null : first + BigInt(inserts.length + updates.length - 1),
  };
}

async function knownEntries(manager: EntityManager, collectionId: string, staged: StagedRow[]) {
  const rows = await manager.query<{ id: string; identity: Buffer; content: Buffer }[]>(
    `SELECT id, identity, content FROM entries
     WHERE collection_id = $1 AND identity = ANY($2::bytea[])`,
    [collectionId, staged.map((row) => row.identity)],
  );
  return new Map(rows.map((row) => [row.identity.toString('hex'), row]));
}

function reseal(seal: Seal, importId: string, staged: StagedRow, id: string): Write {
  const place = stagedPlace(importId, staged.row_number);
  const document = seal.openJson<EntryDocument>(place, staged.record);
  return { id, staged, document, record: seal.sealJson(entryPlace(id), document) };
}

async function nextRevisions(manager: EntityManager, count: number): Promise<bigint | null> {
  if (count === 0) return null;
  const rows = await manager.query<{ first: string }[]>(
    'SELECT next_registry_revisions($1) AS first',
    [count],
  );
  return BigInt(rows[0]?.first ?? 0);
}

/** Columns of writes as arrays, one a column, and the revision before the first. */
function columnsOf(writes: readonly Write[], first: bigint): unknown[] {
  return [
    writes.map((write) => write.id),
    writes.map((write) => write.staged.content),
    writes.map((write) => write.record),
    writes.map((write) => write.document.category),
    writes.map((write) => write.document.state),
    writes.map((_, index) => (first + BigInt(index)).toString()),
  ];
}

async function insertEntries(
  manager: EntityManager,
  from: { importId: string; collectionId: string },
  writes: readonly Write[],
  first: bigint,
): Promise<void> {
  if (writes.length === 0) return;
  await manager.query(
    // The clock moves on from row to row, so that a list by age follows the file.
    `INSERT INTO entries (collection_id, import_id, created_at, identity, id, content, record, category, state, revision)
     SELECT $1, $2, clock_timestamp(), * FROM unnest($3::bytea[], $4::uuid[], $5::bytea[], $6::bytea[], $7::text[], $8::text[], $9::bigint[])`,
    [
      from.collectionId,
      from.importId,
      writes.map((write) => write.staged.identity),
      ...columnsOf(writes, first),
    ],
  );
}

async function updateEntries(
  manager: EntityManager,
  from: { importId: string },
  writes: readonly Write[],
  first: bigint,
): Promise<void> {
  if (writes.length === 0) return;
  await manager.query(
    `UPDATE entries e SET import_id = $1, content = w.content, record = w.record, category = w.category,
            state = w.state, revision = w.revision, version = e.version + 1, updated_at = now()
     FROM unnest($2::uuid[], $3::bytea[], $4::bytea[], $5::text[], $6::text[], $7::bigint[])
          AS w (id, content, record, category, state, revision)
     WHERE e.id = w.id`,
    [from.importId, ...columnsOf(writes, first)],
  );
}
