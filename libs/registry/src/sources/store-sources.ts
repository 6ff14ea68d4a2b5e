import type { EntityManager } from 'typeorm';
import type { SourceKind } from './source.js';

/** A version of a source as it is to lie in the database. */
export interface StoredSource {
  id: string;
  entryId: string;
  collectionId: string;
  kind: SourceKind;
  identity: Buffer;
  numberKey: Buffer | null;
  importId: string | null;
  /** The later imports that say the same, oldest first. */
  namedIn: readonly string[];
  memberId: string;
  row: number | null;
  version: number;
  content: Buffer;
  record: Buffer;
  /** Microseconds since 1970 as text; null for now. */
  writtenAt: string | null;
}

/** By the order of {@link values}. */
const columns = `id, entry_id, collection_id, kind, identity, number_key, import_id, member_id, row_number,
  version, content, record, written_at, named_in`;

const unnested = `unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::text[], $5::bytea[], $6::bytea[], $7::uuid[],
  $8::uuid[], $9::int[], $10::int[], $11::bytea[], $12::bytea[], $13::bigint[], $14::text[]) AS w (${columns})`;

/** The clock moves on from row to row: of sources written together the last is the newest. */
const writtenAt = `coalesce(timestamptz 'epoch' + w.written_at * interval '1 microsecond', clock_timestamp())`;

/** Adds sources; their entries may follow up to commit. */
export async function insertSources(
  manager: EntityManager,
  sources: readonly StoredSource[],
): Promise<void> {
  if (sources.length === 0) return;
  await manager.query(
    `INSERT INTO entry_sources (${columns})
     SELECT w.id, w.entry_id, w.collection_id, w.kind, w.identity, w.number_key, w.import_id, w.member_id,
            w.row_number, w.version, w.content, w.record, ${writtenAt}, w.named_in::uuid[]
     FROM ${unnested}`,
    values(sources),
  );
}

/** Writes another version over the present one, which the caller has kept. */
export async function updateSources(
  manager: EntityManager,
  sources: readonly StoredSource[],
): Promise<void> {
  if (sources.length === 0) return;
  await manager.query(
    `UPDATE entry_sources s SET entry_id = w.entry_id, identity = w.identity, number_key = w.number_key,
            import_id = w.import_id, member_id = w.member_id, row_number = w.row_number, version = w.version,
            content = w.content, record = w.record, sealed_as_entry = false, written_at = ${writtenAt},
            named_in = w.named_in::uuid[]
     FROM ${unnested} WHERE s.id = w.id`,
    values(sources),
  );
}

/** Notes that an import says of sources what they say already. */
export async function nameSources(
  manager: EntityManager,
  importId: string,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  await manager.query(
    `UPDATE entry_sources SET named_in = named_in || $1::uuid
     WHERE id = ANY($2::uuid[]) AND import_id IS DISTINCT FROM $1 AND $1 <> ALL(named_in)`,
    [importId, ids],
  );
}

function values(sources: readonly StoredSource[]): unknown[] {
  return [
    sources.map((source) => source.id),
    sources.map((source) => source.entryId),
    sources.map((source) => source.collectionId),
    sources.map((source) => source.kind),
    sources.map((source) => source.identity),
    sources.map((source) => source.numberKey),
    sources.map((source) => source.importId),
    sources.map((source) => source.memberId),
    sources.map((source) => source.row),
    sources.map((source) => source.version),
    sources.map((source) => source.content),
    sources.map((source) => source.record),
    sources.map((source) => source.writtenAt),
    sources.map((source) => `{${source.namedIn.join(',')}}`),
  ];
}
