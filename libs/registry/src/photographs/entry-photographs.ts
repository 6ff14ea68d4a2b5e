import type { EntityManager } from 'typeorm';
import type { HandLabel } from '@athar/photo-titles';
import { EntryNotFound } from '../errors.js';
import type { FormerPlace } from './hand-changes.js';

/** A photograph with the group, entry and collection that it belongs to. */
export interface PlacedPhotograph {
  id: string;
  collection_id: string;
  number_key: Buffer;
  group_id: string;
  entry_id: string | null;
  label_id: string | null;
  label_kind: HandLabel['kind'] | null;
}

const placed = `
  SELECT p.id, p.collection_id, p.number_key, p.group_id, s.entry_id, p.label_id, p.label_kind
  FROM photographs p JOIN photograph_groups g ON g.id = p.group_id
    LEFT JOIN entry_sources s ON s.collection_id = g.collection_id AND s.kind = 'photographs'
      AND s.identity = g.identity`;

/** @throws EntryNotFound */
export async function collectionOfEntry(manager: EntityManager, entryId: string): Promise<string> {
  const [row] = await manager.query<{ collection_id: string }[]>(
    'SELECT collection_id FROM entries WHERE id = $1',
    [entryId],
  );
  if (!row) throw new EntryNotFound();
  return row.collection_id;
}

/** All photographs of an entry. */
export function photographsOfEntry(
  manager: EntityManager,
  entryId: string,
): Promise<PlacedPhotograph[]> {
  return manager.query<PlacedPhotograph[]>(`${placed} WHERE s.entry_id = $1 ORDER BY p.id`, [
    entryId,
  ]);
}

export function photographsById(
  manager: EntityManager,
  ids: readonly string[],
): Promise<PlacedPhotograph[]> {
  return manager.query<PlacedPhotograph[]>(`${placed} WHERE p.id = ANY($1::uuid[]) ORDER BY p.id`, [
    ids,
  ]);
}

export function formerPlace(photograph: PlacedPhotograph): FormerPlace {
  const {
    id,
    group_id: groupId,
    entry_id: entryId,
    label_id: labelId,
    label_kind: kind,
  } = photograph;
  return {
    id,
    groupId,
    entryId,
    label: labelId !== null && kind !== null ? { id: labelId, kind } : null,
  };
}

/** Sets the label that photographs are held together by. */
export async function labelPhotographs(
  manager: EntityManager,
  ids: readonly string[],
  label: HandLabel,
): Promise<void> {
  await manager.query(
    'UPDATE photographs SET label_id = $2, label_kind = $3 WHERE id = ANY($1::uuid[])',
    [ids, label.id, label.kind],
  );
}

/** Puts photographs back to where they belonged. */
export async function putBack(
  manager: EntityManager,
  before: readonly FormerPlace[],
): Promise<void> {
  await manager.query(
    `UPDATE photographs p SET label_id = n.label_id, label_kind = n.label_kind
     FROM unnest($1::uuid[], $2::uuid[], $3::text[]) AS n (id, label_id, label_kind) WHERE p.id = n.id`,
    [
      before.map(({ id }) => id),
      before.map(({ label }) => label?.id ?? null),
      before.map(({ label }) => label?.kind ?? null),
    ],
  );
}
