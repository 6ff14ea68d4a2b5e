import type { EntityManager } from 'typeorm';
import type { Seal } from '@athar/persistence';
import { openSource, sourceColumns, type SourceRow } from '../sources/source-row.js';
import { emptiedDoubts } from './group-doubts.js';
import { imageOf } from './photograph-row.js';

/** Photographs that groups had which are kept without any: the group of each by its id. */
export type LostPhotographs = ReadonlyMap<string, string>;

/** What the groups of a collection have lost that are kept empty, by what their sources still say. */
export async function lostPhotographs(
  manager: EntityManager,
  seal: Seal,
  collectionId: string,
): Promise<LostPhotographs> {
  const rows = await manager.query<(SourceRow & { group_id: string })[]>(
    `SELECT ${sourceColumns}, g.id AS group_id
     FROM photograph_groups g JOIN entry_sources s
       ON s.collection_id = g.collection_id AND s.kind = 'photographs' AND s.identity = g.identity
     WHERE g.collection_id = $1 AND cardinality(g.doubts) > 0 AND g.doubts && $2::text[]
     ORDER BY g.created_at, g.id`,
    [collectionId, emptiedDoubts],
  );
  const lost = rows.flatMap((row) => {
    const { images } = openSource(seal, row).document;
    return (images ?? []).map((image): [string, string] => [image, row.group_id]);
  });
  const byImage = new Map(lost);
  return new Map([...byImage].map(([image, group]) => [image.slice(imageOf('').length), group]));
}

/** The emptied group that lost each of the photographs; undefined where one of them is none of its. */
export function lostBy(lost: LostPhotographs, ids: readonly string[]): string | undefined {
  const [first, ...others] = new Set(ids.map((id) => lost.get(id)));
  return others.length === 0 ? first : undefined;
}
