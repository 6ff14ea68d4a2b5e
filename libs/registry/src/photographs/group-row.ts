import type { EntityManager } from 'typeorm';
import type { Place } from '@athar/persistence';
import type { GroupKey } from '@athar/photo-titles';
import type { AssignedGroup } from './assign-groups.js';
import type { StoredGroupDoubt } from './group-doubts.js';

/** Why photographs are grouped: what is sealed of a group. */
export interface GroupReason {
  key: GroupKey;
  firstDate?: string;
  lastDate?: string;
  gapBefore?: number;
  gapAfter?: number;
  photographs: number;
  windowDays: number;
  byHand?: 'merged' | 'split';
}

/** A group as the database gives it, with the source and entry that it became. */
export interface GroupRow {
  id: string;
  identity: Buffer;
  doubts: StoredGroupDoubt[];
  content: Buffer;
  record: Buffer;
  source_id: string | null;
  entry_id: string | null;
}

export const groupColumns =
  'g.id, g.identity, g.doubts, g.content, g.record, s.id AS source_id, s.entry_id';

/** SQL: groups `g` with their sources `s`; a group whose source is not written yet has none. */
export const groupsWithSources = `
  photograph_groups g LEFT JOIN entry_sources s
    ON s.collection_id = g.collection_id AND s.kind = 'photographs' AND s.identity = g.identity`;

export function groupPlace(id: string): Place {
  return { table: 'photograph_groups', column: 'record', row: id };
}

export function reasonOf(group: AssignedGroup, windowDays: number): GroupReason {
  const { key, firstDate, lastDate, gapBefore, gapAfter, label } = group;
  return {
    key,
    ...(firstDate === undefined ? {} : { firstDate }),
    ...(lastDate === undefined ? {} : { lastDate }),
    ...(gapBefore === undefined ? {} : { gapBefore }),
    ...(gapAfter === undefined ? {} : { gapAfter }),
    photographs: group.photographs.length,
    windowDays,
    ...(label === undefined ? {} : { byHand: label.kind }),
  };
}

/** Groups by their ids, with what they became, oldest first. */
export function readGroups(manager: EntityManager, ids: readonly string[]): Promise<GroupRow[]> {
  return manager.query<GroupRow[]>(
    `SELECT ${groupColumns} FROM ${groupsWithSources} WHERE g.id = ANY($1::uuid[]) ORDER BY g.created_at, g.id`,
    [ids],
  );
}
