import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, type Page, type PageRequest, type Seal } from '@athar/persistence';
import { photographsADay, sequenceOf, type DayCount } from '@athar/photo-titles';
import type { ReadReason } from '../entry-view.js';
import { byAge, cursorMoment, limitOf, momentOf, pageOf, placeOf } from '../page.js';
import { collectionOfEntry } from './entry-photographs.js';
import type { StoredGroupDoubt } from './group-doubts.js';
import {
  groupColumns,
  groupPlace,
  groupsWithSources,
  type GroupReason,
  type GroupRow,
} from './group-row.js';
import { openPhotograph, photographColumns, type PhotographRow } from './photograph-row.js';
import type { EntryPhotographs, PhotographGroupView, PhotographView } from './photographs-view.js';
import { readSettings, requireCollection } from './settings-rows.js';

export interface UncertainFilter extends PageRequest {
  doubt?: StoredGroupDoubt | undefined;
}

/** Photographs a day of a collection. */
export interface DayCounts {
  /** More than this on one day is flagged. */
  mostADay: number;
  undated: number;
  days: DayCount[];
}

/** Lists of photographs, with their titles opened: for stewards, each reading recorded. */
@Injectable()
export class PhotographLists {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /** The photographs of an entry and why they are grouped. @throws RoleMissing, EntryNotFound */
  async ofEntry(actor: Actor, entryId: string, reason: ReadReason): Promise<EntryPhotographs[]> {
    return this.read(actor, async (manager, seal) => {
      await collectionOfEntry(manager, entryId);
      const groups = await manager.query<GroupRow[]>(
        `SELECT ${groupColumns} FROM ${groupsWithSources} WHERE s.entry_id = $1 ORDER BY g.created_at, g.id`,
        [entryId],
      );
      // Row-level security leaves of imports those of the reader's organisation.
      const rows = await manager.query<SignedPhotographRow[]>(
        `SELECT ${photographColumns}, i.id AS own_import
         FROM photographs p LEFT JOIN imports i ON i.id = p.import_id WHERE p.group_id = ANY($1::uuid[]) ORDER BY p.id`,
        [groups.map((group) => group.id)],
      );
      await this.record(manager, actor, 'photographs.read', 'entry', entryId, {
        reason,
        photographs: rows.length,
      });
      return groups.map((group) => withPhotographs(seal, group, rows));
    });
  }

  /**
   * Groups of which titles leave a doubt, oldest first.
   *
   * @throws RoleMissing, CollectionNotFound, InvalidCursor
   */
  async uncertain(
    actor: Actor,
    collectionId: string,
    reason: ReadReason,
    filter: UncertainFilter = {},
  ): Promise<Page<PhotographGroupView>> {
    const limit = limitOf(filter);
    const after = placeOf(filter.cursor, byAge);
    return this.read(actor, async (manager, seal) => {
      await requireCollection(manager, collectionId);
      const rows = await manager.query<(GroupRow & { created_text: string })[]>(
        `SELECT ${groupColumns}, ${cursorMoment('g.created_at')} AS created_text
         FROM ${groupsWithSources}
         WHERE g.collection_id = $1 AND cardinality(g.doubts) > 0 AND s.id IS NOT NULL
           AND ($2::text IS NULL OR $2 = ANY(g.doubts))
           AND ($3::bigint IS NULL OR (g.created_at, g.id) > (${momentOf('$3')}, $4::uuid))
         ORDER BY g.created_at, g.id LIMIT $5`,
        [collectionId, filter.doubt ?? null, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
      );
      const page = pageOf(
        rows,
        limit,
        (row) => [row.created_text, row.id],
        (row) => groupView(seal, row),
      );
      await this.record(
        manager,
        actor,
        'photographs.uncertain-listed',
        'collection',
        collectionId,
        {
          reason,
          entries: page.items.map((item) => item.entryId),
        },
      );
      return page;
    });
  }

  /** How many photographs each day has. @throws RoleMissing, CollectionNotFound */
  async aDay(actor: Actor, collectionId: string): Promise<DayCounts> {
    return this.read(actor, async (manager, seal) => {
      const { mostADay } = await readSettings(manager, seal, collectionId);
      const rows = await manager.query<
        { id: string; record: Buffer; photographs: number; dated: boolean }[]
      >(
        `SELECT p.id, p.record, d.photographs, d.day_key IS NOT NULL AS dated FROM (
           SELECT day_key, count(*)::int AS photographs, (array_agg(id))[1] AS id
           FROM photographs WHERE collection_id = $1 GROUP BY day_key) d
         JOIN photographs p ON p.id = d.id`,
        [collectionId],
      );
      const undated = rows.find((row) => !row.dated)?.photographs ?? 0;
      const counted = rows.flatMap((row) => {
        const { date } = openPhotograph(seal, row).says;
        return date === undefined ? [] : Array<{ date: string }>(row.photographs).fill({ date });
      });
      return { mostADay, undated, days: photographsADay(counted, mostADay) };
    });
  }

  private read<T>(
    actor: Actor,
    work: (manager: EntityManager, seal: Seal) => Promise<T>,
  ): Promise<T> {
    requireRole(actor, 'steward');
    return this.database.inOrganisation(actor.organisationId, async (manager) =>
      work(manager, await this.keyRing.ofRegistry(manager)),
    );
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    action: string,
    subjectType: string,
    subjectId: string,
    detail: Record<string, string | number | string[]>,
  ): Promise<void> {
    const { organisationId, memberId } = actor;
    return this.audit.record(manager, {
      ...{ organisationId, memberId, action, subjectType, subjectId, detail },
    });
  }
}

/** A photograph with the import that brought it in, where that is the reader's to know. */
interface SignedPhotographRow extends PhotographRow {
  own_import: string | null;
}

function groupView(seal: Seal, row: GroupRow): PhotographGroupView {
  const why = seal.openJson<GroupReason>(groupPlace(row.id), row.record);
  return { id: row.id, entryId: row.entry_id ?? '', why, doubts: row.doubts };
}

function withPhotographs(
  seal: Seal,
  group: GroupRow,
  rows: readonly SignedPhotographRow[],
): EntryPhotographs {
  const photographs = rows
    .filter((row) => row.group_id === group.id)
    .map((row) => photographView(seal, row));
  const sequence = sequenceOf(photographs.map(({ id, says }) => ({ ...says, id })));
  return { ...groupView(seal, group), photographs, sequence };
}

function photographView(seal: Seal, row: SignedPhotographRow): PhotographView {
  const { title, folder, says, photographer } = openPhotograph(seal, row);
  const own = row.own_import !== null;
  return {
    id: row.id,
    title: own ? title : null,
    folder: folder ?? null,
    says,
    photographer: own ? (photographer ?? null) : null,
    importId: row.own_import,
  };
}
