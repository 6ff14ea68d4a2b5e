import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import type { ReadPhotograph } from './reading-titles.js';
import { photographPlace, type PhotographRow } from './photograph-row.js';

/** A photograph that is not stored yet. It is stored with its group: writing it twice costs as much again. */
export interface FreshPhotograph {
  id: string;
  titleKey: Buffer;
  importId: string;
  read: ReadPhotograph;
}

/** The photograph as the database will give it, without what is sealed of it. */
export function freshRow({ id, importId, read }: FreshPhotograph): Omit<PhotographRow, 'record'> {
  const { numberKey, content } = read;
  return {
    ...{ id, number_key: numberKey, content, version: 1, import_id: importId },
    ...{ group_id: null, label_id: null, label_kind: null },
  };
}

/** @param groupOf the group of each by its id. */
export async function insertPhotographs(
  manager: EntityManager,
  seal: Seal,
  collectionId: string,
  fresh: readonly FreshPhotograph[],
  groupOf: ReadonlyMap<string, string>,
): Promise<void> {
  if (fresh.length === 0) return;
  await manager.query(
    `INSERT INTO photographs (collection_id, version, id, import_id, group_id, title_key, number_key,
                              day_key, content, record)
     SELECT $1, 1, * FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::bytea[], $7::bytea[],
                                 $8::bytea[], $9::bytea[])`,
    [
      collectionId,
      fresh.map(({ id }) => id),
      fresh.map(({ importId }) => importId),
      fresh.map(({ id }) => groupOf.get(id) ?? null),
      fresh.map(({ titleKey }) => titleKey),
      fresh.map(({ read }) => read.numberKey),
      fresh.map(({ read }) => read.dayKey),
      fresh.map(({ read }) => read.content),
      fresh.map(({ id, read }) => seal.sealJson(photographPlace(id), read.record)),
    ],
  );
}
