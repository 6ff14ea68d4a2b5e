import type { Place, Seal } from '@athar/persistence';
import { entryPlace } from '../entry-row.js';
import { foldNumber } from '../numbers/folded-number.js';
import { numberKey } from '../numbers/number-keys.js';
import { cursorMoment } from '../page.js';
import type { MergeableSource } from './merge-sources.js';
import type { HandDocument, SourceDocument, SourceKind } from './source.js';

/** A source `s`, or an earlier version of one, as the database gives it. */
export interface SourceRow {
  id: string;
  entry_id: string;
  collection_id: string;
  kind: SourceKind;
  identity: Buffer;
  number_key: Buffer | null;
  import_id: string | null;
  named_in: string[];
  member_id: string;
  row_number: number | null;
  version: number;
  content: Buffer;
  record: Buffer;
  sealed_as_entry: boolean;
  written_at: Date;
  written_text: string;
}

const columns = `
  s.entry_id, s.collection_id, s.kind, s.identity, s.number_key, s.import_id, s.named_in, s.member_id, s.row_number,
  s.version, s.content, s.record, s.sealed_as_entry, s.written_at, ${cursorMoment('s.written_at')} AS written_text`;

export const sourceColumns = `s.id, ${columns}`;
export const sourceVersionColumns = `s.source_id AS id, ${columns}`;

/** What is sealed in a source. */
export interface SourceRecord {
  document: SourceDocument | HandDocument;
  reason?: string | undefined;
}

/** Where a version of a source is sealed; it opens among the earlier versions too. */
export function sourcePlace(sourceId: string, version: number): Place {
  return { table: 'entry_sources', column: 'record', row: `${sourceId}/${version}` };
}

/** @throws SealBroken, KeyMissing */
export function openSource(seal: Seal, row: SourceRow): SourceRecord {
  if (!row.sealed_as_entry) return seal.openJson(sourcePlace(row.id, row.version), row.record);
  return { document: seal.openJson(entryPlace(row.entry_id), row.record) };
}

/** @throws SealBroken, KeyMissing */
export function mergeable(seal: Seal, row: SourceRow): MergeableSource {
  const { document } = openSource(seal, row);
  return { id: row.id, kind: row.kind, writtenAt: row.written_text, document };
}

/** Keyed digest of what tells a source from others of its kind in a collection. */
export function sourceIdentity(seal: Seal, collectionId: string, identity: string): Buffer {
  return seal.digest(identityPurpose(collectionId), identity);
}

export function identityPurpose(collectionId: string): string {
  return `entry-identity/${collectionId}`;
}

/** The purpose of digests of what a source says. */
export const contentPurpose = 'entry-content';

/** Keyed digest of the number that people go by: the first of a row or of a group of photographs. */
export function numberKeyOf(
  seal: Seal,
  kind: SourceKind,
  document: SourceDocument | HandDocument,
): Buffer | null {
  if (kind !== 'row' && kind !== 'photographs') return null;
  const number = foldNumber(document.numbers?.[0]?.value ?? '');
  return number === null ? null : numberKey(seal, number);
}
