import type { Place, Seal } from '@athar/persistence';
import { foldWord } from '../columns/fold.js';
import { isReasonsHeader } from '../reasons/reasons-column.js';
import type { ImportKind } from '../target/import-target.js';
import type { MappingContent, MappingView } from './mapping.js';

/** A saved mapping as the database gives it. */
export interface MappingRow {
  id: string;
  target: ImportKind;
  collection_id: string | null;
  name: string;
  content: Buffer;
  version: number;
  created_at: Date;
  created_text: string;
  updated_at: Date;
}

export const mappingColumns = `m.id, m.target, m.collection_id, m.name, m.content, m.version,
  m.created_at, m.created_at::text AS created_text, m.updated_at`;

/** Where a mapping is sealed, with the organisation's key. */
export function mappingPlace(id: string): Place {
  return { table: 'import_mappings', column: 'content', row: id };
}

/** The same for the same set of headers, in whatever order and spelling. @param seal the organisation's. */
export function headersKey(seal: Seal, headers: readonly string[]): Buffer {
  const told = headers.filter((header) => !isReasonsHeader(header)).map(foldWord);
  return seal.digest('import-mapping-headers', JSON.stringify([...new Set(told)].sort()));
}

/** Those saved before dates had an order lack it. */
function contentOf(seal: Seal, { id, content }: MappingRow): MappingContent {
  const kept = seal.openJson<Partial<MappingContent>>(mappingPlace(id), content);
  return { headers: [], mapping: {}, ignoreUnknown: false, dateOrder: null, ...kept };
}

/** @param seal the organisation's. */
export function toMappingView(seal: Seal, row: MappingRow): MappingView {
  return {
    id: row.id,
    kind: row.target,
    collectionId: row.collection_id,
    name: row.name,
    ...contentOf(seal, row),
    version: row.version,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  };
}
