import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, type Page, type PageRequest } from '@athar/persistence';
import { entryColumns, type EntryRow } from '../entry-row.js';
import { EntryNotFound } from '../errors.js';
import { byAge, limitOf, momentOf, pageOf, placeOf } from '../page.js';
import { seesHidden, shownTo } from '../terms/shown.js';
import type { AwaitedReading } from './awaited.js';
import { ReadBefore } from './errors.js';
import { readingRows } from './reading-row.js';
import { readingTask, waitingEntry } from './reading-task.js';
import type { ReadingTask, WaitingEntry } from './reading-views.js';
import { pairsSeenBy, requireUnseen } from './seen-in-review.js';

export interface WaitingFilter extends PageRequest {
  awaits: AwaitedReading;
  collectionId?: string | undefined;
}

/** Entries that wait to be read, without what was read of them. For stewards and reviewers. */
@Injectable()
export class ReadingQueue {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Entries that the actor may read next: not those that they have read, nor, for a second reading,
   * those that they have judged or opened pairs with. In the order in which
   * entries came, which tells nothing of a first reading.
   *
   * @throws RoleMissing, InvalidCursor
   */
  async waiting(actor: Actor, filter: WaitingFilter): Promise<Page<WaitingEntry>> {
    requireRole(actor, 'steward', 'reviewer');
    const limit = limitOf(filter);
    const rows = await this.database.inOrganisation(actor.organisationId, (manager) =>
      waitingRows(manager, actor, filter, limit + 1),
    );
    return pageOf(rows, limit, (row) => [row.created_text, row.id], waitingEntry);
  }

  /** The next entry for the actor; undefined where none waits. @throws RoleMissing */
  async next(
    actor: Actor,
    filter: Omit<WaitingFilter, keyof PageRequest>,
  ): Promise<ReadingTask | undefined> {
    requireRole(actor, 'steward', 'reviewer');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const [row] = await waitingRows(manager, actor, filter, 1);
      return row && this.open(manager, actor, row);
    });
  }

  /**
   * One entry to be read; that it was opened for this is recorded.
   *
   * @throws RoleMissing, EntryNotFound also where nothing is awaited, ReadBefore, SeenInReview
   */
  async task(actor: Actor, entryId: string): Promise<ReadingTask> {
    requireRole(actor, 'steward', 'reviewer');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const [row] = await manager.query<EntryRow[]>(
        `SELECT ${entryColumns} FROM entries e JOIN collections c ON c.id = e.collection_id
         WHERE e.id = $1 AND e.awaits_reading <> 'none' AND e.removed_at IS NULL AND ${shownTo('$2')}`,
        [entryId, seesHidden(actor)],
      );
      if (!row) throw new EntryNotFound();
      return this.open(manager, actor, row);
    });
  }

  private async open(manager: EntityManager, actor: Actor, row: EntryRow): Promise<ReadingTask> {
    const seal = await this.keyRing.ofRegistry(manager);
    const readings = await readingRows(manager, row.id);
    if (readings.some((reading) => reading.member_id === actor.memberId)) throw new ReadBefore();
    if (row.awaits_reading === 'second') await requireUnseen(manager, row.id, actor.memberId);
    const task = readingTask(seal, row, readings);
    await this.audit.record(manager, {
      organisationId: actor.organisationId,
      memberId: actor.memberId,
      action: 'entry.opened-for-reading',
      subjectType: 'entry',
      subjectId: row.id,
      detail: { awaits: task.awaits },
    });
    return task;
  }
}

function waitingRows(
  manager: EntityManager,
  actor: Actor,
  filter: WaitingFilter,
  limit: number,
): Promise<EntryRow[]> {
  const after = placeOf(filter.cursor, byAge);
  return manager.query<EntryRow[]>(
    `SELECT ${entryColumns} FROM entries e JOIN collections c ON c.id = e.collection_id
     WHERE e.awaits_reading = $1 AND ($2::uuid IS NULL OR e.collection_id = $2)
       AND e.removed_at IS NULL AND ${shownTo('$3')}
       AND NOT EXISTS (SELECT FROM readings r WHERE r.entry_id = e.id AND r.member_id = $4)
       AND NOT ($1 = 'second' AND EXISTS (${pairsSeenBy('$4')}))
       AND ($5::bigint IS NULL OR (e.created_at, e.id) > (${momentOf('$5')}, $6::uuid))
     ORDER BY e.created_at, e.id LIMIT $7`,
    [
      ...[filter.awaits, filter.collectionId ?? null, seesHidden(actor), actor.memberId],
      ...[after?.[0] ?? null, after?.[1] ?? null, limit],
    ],
  );
}
