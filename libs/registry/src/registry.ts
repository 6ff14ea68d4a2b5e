import { Injectable, Logger } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, SealBroken, type Seal } from '@athar/persistence';
import type { EntryDocument } from './entry-document.js';
import { loadReading } from './entry-reading.js';
import { entryColumns, openDocument, toEntryView, type EntryRow } from './entry-row.js';
import type { EntryReading, EntryView, MatchableEntry, ReadReason } from './entry-view.js';
import { materialOf } from './material.js';
import { seesHidden } from './terms/shown.js';

/** Reads entries: for the matcher, for reviewers, for stewards. */
@Injectable()
export class Registry {
  private readonly logger = new Logger('registry');

  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /** The newest revision; 0 while there is no entry. */
  async currentRevision(): Promise<bigint> {
    const [row] = await this.database.beforeOrganisation<{ revision: string }>(
      'SELECT registry_revision() AS revision',
    );
    return BigInt(row?.revision ?? 0);
  }

  /**
   * What changed after a revision, opened, in the order of revisions. Whoever has seen `through` has
   * seen all below it. An entry that cannot be opened is named in the log and given without content
   * as one that may not be matched: it must not stop all others.
   *
   * @param limit most entries to give; fewer mean that there are no more for now.
   */
  async changes(
    afterRevision: bigint,
    limit: number,
  ): Promise<{ entries: MatchableEntry[]; through: bigint }> {
    return this.database.asMatcher(async (manager) => {
      const rows = await manager.query<(EntryRow & { open: boolean })[]>(
        `SELECT ${entryColumns}, collection_open(c.may_match, c.embargo_until) AS open
         FROM entries e JOIN collections c ON c.id = e.collection_id
         WHERE e.revision > $1 ORDER BY e.revision LIMIT $2`,
        [afterRevision.toString(), limit],
      );
      const seal = await this.keyRing.ofRegistry(manager);
      const entries = rows.map((row) => this.matchable(seal, row));
      return { entries, through: entries.at(-1)?.revision ?? afterRevision };
    });
  }

  /**
   * One entry, opened, for a steward or reviewer; the reading is recorded with its reason. What the
   * terms hide from reviewers looks to them like an unknown id.
   *
   * @throws RoleMissing, EntryNotFound
   */
  async readEntry(actor: Actor, id: string, reason: ReadReason): Promise<EntryReading> {
    requireRole(actor, 'steward', 'reviewer');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const seal = await this.keyRing.ofRegistry(manager);
      const view = await loadReading(manager, seal, id, seesHidden(actor));
      await this.audit.record(manager, {
        organisationId: actor.organisationId,
        memberId: actor.memberId,
        action: 'entry.read',
        subjectType: 'entry',
        subjectId: id,
        detail: { reason },
      });
      return view;
    });
  }

  /**
   * Opens entries in the caller's transaction, who answers for roles and for recording it. Unknown
   * ids are left out; no order is promised.
   */
  async entriesForReview(manager: EntityManager, ids: readonly string[]): Promise<EntryView[]> {
    const rows = await manager.query<EntryRow[]>(
      `SELECT ${entryColumns} FROM entries e JOIN collections c ON c.id = e.collection_id
       WHERE e.id = ANY($1::uuid[])`,
      [ids],
    );
    const seal = await this.keyRing.ofRegistry(manager);
    return rows.map((row) => toEntryView(seal, row));
  }

  /**
   * The present {@link MatchableEntry.material} of entries by id, in the caller's transaction, for
   * whoever has to know whether what was compared still stands. Unknown and removed ones are left out.
   */
  async materialsForReview(
    manager: EntityManager,
    ids: readonly string[],
  ): Promise<Map<string, Buffer>> {
    const entries = await this.entriesForReview(manager, ids);
    const seal = await this.keyRing.ofRegistry(manager);
    const present = entries.filter((entry) => entry.removedAt === null);
    return new Map(present.map(({ id, document }) => [id, materialOf(seal, document)]));
  }

  private matchable(seal: Seal, row: EntryRow & { open: boolean }): MatchableEntry {
    const document = this.openOrBare(seal, row);
    return {
      id: row.id,
      revision: BigInt(row.revision),
      matchable: document.opened && row.open && row.state === 'open' && row.removed_at === null,
      material: materialOf(seal, document.content),
      document: document.content,
      collection: { id: row.collection_id, title: row.collection_title, kind: row.collection_kind },
    };
  }

  private openOrBare(seal: Seal, row: EntryRow): { opened: boolean; content: EntryDocument } {
    try {
      return { opened: true, content: openDocument(seal, row) };
    } catch (error) {
      if (!(error instanceof SealBroken)) throw error;
      this.logger.error({ message: 'Entry cannot be opened', entryId: row.id, code: error.code });
      const { category, state } = row;
      return { opened: false, content: { names: {}, numbers: [], category, state } };
    }
  }
}
