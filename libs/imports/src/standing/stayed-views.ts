import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import type { StayedView } from '../import-view.js';
import { fileNamePlace, type ImportRow } from './import-row.js';
import type { KeptStay } from './stayed-rows.js';

type Named = Pick<ImportRow, 'id' | 'file_name' | 'created_at'>;

/** Why rows of imports stayed, by the ids of the imports; other imports with their files. */
export async function stayedViews(
  manager: EntityManager,
  seal: Seal,
  rows: readonly ImportRow[],
): Promise<Map<string, StayedView[]>> {
  const ids = rows.flatMap(({ stayed }) => stayed.flatMap(({ importId }) => importId ?? []));
  const found =
    ids.length === 0
      ? []
      : await manager.query<Named[]>(
          'SELECT id, file_name, created_at FROM imports WHERE id = ANY($1::uuid[])',
          [[...new Set(ids)]],
        );
  const named = new Map(found.map((row) => [row.id, row]));
  const view = ({ importId, why, rows: count }: KeptStay): StayedView => {
    const other = named.get(importId ?? '');
    return { why, rows: count, import: other ? nameOf(seal, other) : null };
  };
  return new Map(rows.map((row) => [row.id, row.stayed.map(view)]));
}

function nameOf(seal: Seal, { id, file_name: file, created_at: at }: Named): StayedView['import'] {
  const fileName = file ? seal.open(fileNamePlace(id), file) : null;
  return { id, fileName, createdAt: at.toISOString() };
}
