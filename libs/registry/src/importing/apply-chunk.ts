import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ChunkOutcome, StagedRow } from '@athar/imports';
import type { Seal } from '@athar/persistence';
import type { EntryDocument } from '../entry-document.js';
import { entryPlace } from '../entry-row.js';

type Staged = StagedRow<EntryDocument>;

interface Write {
  id: string;
  staged: Staged;
  record: Buffer;
}

/**
 * Turns staged rows into entries. The caller holds the import's row; the collection is held here, so
 * that two imports into one collection take turns by the chunk. Revisions are drawn last: everybody's
 * writing waits from there to commit.
 */
export async function applyChunk(
  manager: EntityManager,
  seal: Seal,
  from: { importId: string; collectionId: string },
  staged: readonly Staged[],
): Promise<ChunkOutcome> {
  await manager.query('SELECT 1 FROM collections WHERE id = $1 FOR NO KEY UPDATE', [
    from.collectionId,
  ]);
  const known = await knownEntries(manager, from.collectionId, staged);
  const added = staged.filter((row) => !known.has(row.identity.toString('hex')));
  const changed = staged.filter((row) => {
    const entry = known.get(row.identity.toString('hex'));
    return entry !== undefined && !entry.content.equals(row.content);
  });
  const sealed = (row: Staged) =>
    sealedAs(seal, row, known.get(row.identity.toString('hex'))?.id ?? randomUUID());
  const [inserts, updates] = [added.map(sealed), changed.map(sealed)];
  const first = await nextRevisions(manager, inserts.length + updates.length);
  const unchanged = staged.length - inserts.length - updates.length;
  const counts = { added: inserts.length, changed: updates.length, unchanged };
  if (first === null) return counts;
  await insertEntries(manager, from, inserts, first);
  await updateEntries(manager, from, updates, first + BigInt(inserts.length));
  const last = first + BigInt(inserts.length + updates.length - 1);
  return { ...counts, revisions: { first, last } };
}

async function knownEntries(
  manager: EntityManager,
  collectionId: string,
  staged: readonly Staged[],
) {
  const rows = await manager.query<{ id: string; identity: Buffer; content: Buffer }[]>(
    `SELECT id, identity, content FROM entries
     WHERE collection_id = $1 AND identity = ANY($2::bytea[])`,
    [collectionId, staged.map((row) => row.identity)],
  );
  return new Map(rows.map((row) => [row.identity.toString('hex'), row]));
}

function sealedAs(seal: Seal, staged: Staged, id: string): Write {
  return { id, staged, record: seal.sealJson(entryPlace(id), staged.document) };
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
    writes.map((write) => write.staged.document.category),
    writes.map((write) => write.staged.document.state),
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
