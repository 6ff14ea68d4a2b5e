import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database } from '@athar/persistence';
import { EntryNotFound, Registry, type EntryView } from '@athar/registry';
import type { EntityManager } from 'typeorm';
import { readable } from '../judging/readable.js';
import { entriesSql } from './entries-sql.js';

interface Link {
  pair_id: string;
  entry_id: string;
}

/** Another entry that two people hold to document the same person. */
export interface LinkedEntry {
  /** The confirmed pair. */
  pairId: string;
  entry: EntryView;
}

/** Entries that confirmed pairs link. What each of them says stays its own evidence. */
@Injectable()
export class LinkedEntries {
  constructor(
    private readonly database: Database,
    private readonly registry: Registry,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * The entries linked with one, opened, for stewards and reviewers; the reading is recorded.
   *
   * @throws RoleMissing, EntryNotFound, RecordUnreadable
   */
  async read(actor: Actor, entryId: string): Promise<LinkedEntry[]> {
    requireRole(actor, 'steward', 'reviewer');
    const { organisationId, memberId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) => {
      const known = await manager.query<unknown[]>('SELECT 1 FROM entries WHERE id = $1', [
        entryId,
      ]);
      if (known.length === 0) throw new EntryNotFound();
      const links = await findLinks(manager, entryId);
      const views = await this.open(manager, links);
      const byId = new Map(views.map((view) => [view.id, view]));
      await this.audit.record(manager, {
        organisationId,
        memberId,
        action: 'entry.links_read',
        subjectType: 'entry',
        subjectId: entryId,
        detail: { linked: views.map(({ id }) => id) },
      });
      return links.flatMap(({ pair_id: pairId, entry_id: id }) => {
        const entry = byId.get(id);
        return entry ? [{ pairId, entry }] : [];
      });
    });
  }

  /** The entries linked with one, in the caller's transaction, who records the reading. @throws RecordUnreadable */
  async of(manager: EntityManager, entryId: string): Promise<EntryView[]> {
    return this.open(manager, await findLinks(manager, entryId));
  }

  private open(manager: EntityManager, links: readonly Link[]): Promise<EntryView[]> {
    const ids = links.map(({ entry_id: id }) => id);
    return readable(() => this.registry.entriesForReview(manager, ids));
  }
}

function findLinks(manager: EntityManager, entryId: string): Promise<Link[]> {
  return manager.query<Link[]>(
    `SELECT p.id AS pair_id, CASE WHEN p.left_id = $1 THEN p.right_id ELSE p.left_id END AS entry_id
     FROM entry_pairs p ${entriesSql.joins}
     WHERE (p.left_id = $1 OR p.right_id = $1) AND p.state = 'confirmed' AND NOT ${entriesSql.hidden}
     ORDER BY p.id LIMIT 200`,
    [entryId],
  );
}
