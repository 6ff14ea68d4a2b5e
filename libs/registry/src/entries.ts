import { Injectable } from '@nestjs/common';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, type Seal, type Page, type PageRequest } from '@athar/persistence';
import type { EntryCategory, EntryState } from './entry-document.js';
import { entryColumns, openDocument, type EntryRow } from './entry-row.js';
import type { EntrySummary, ReadReason } from './entry-view.js';
import { byAge, limitOf, momentOf, pageOf, placeOf } from './page.js';
import { blindToFirstReading, type AwaitedReading } from './readings/awaited.js';
import { seesHidden, shownTo } from './terms/shown.js';

export interface EntryFilter extends PageRequest {
  collectionId?: string | undefined;
  category?: EntryCategory | undefined;
  state?: EntryState | undefined;
  /** Only those that this import of the own organisation brought what they say now. */
  importId?: string | undefined;
  hasName?: boolean | undefined;
  hasNumber?: boolean | undefined;
  /** What they wait for. */
  awaits?: AwaitedReading | undefined;
}

/** Lists entries for stewards and reviewers. */
@Injectable()
export class Entries {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * Entries with their names opened, oldest first; the reading is recorded with its reason. What the
   * terms hide from reviewers is listed for stewards only.
   *
   * @throws RoleMissing, InvalidCursor
   */
  async list(actor: Actor, reason: ReadReason, filter: EntryFilter): Promise<Page<EntrySummary>> {
    requireRole(actor, 'steward', 'reviewer');
    const limit = limitOf(filter);
    const after = placeOf(filter.cursor, byAge);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const rows = await manager.query<EntryRow[]>(
        `SELECT ${entryColumns} FROM entries e JOIN collections c ON c.id = e.collection_id
         WHERE ($1::uuid IS NULL OR e.collection_id = $1)
           AND ($2::text IS NULL OR e.category = $2) AND ($3::text IS NULL OR e.state = $3)
           AND ($4::bigint IS NULL OR (e.created_at, e.id) > (${momentOf('$4')}, $5::uuid))
           AND e.removed_at IS NULL AND ${shownTo('$7')}
           AND ($8::uuid IS NULL OR e.id IN (SELECT s.entry_id FROM entry_sources s
                JOIN imports i ON i.id = s.import_id WHERE s.import_id = $8))
           AND ($9::boolean IS NULL OR coalesce(e.has_name, true) = $9)
           AND ($10::boolean IS NULL OR $10 =
                EXISTS (SELECT FROM entry_numbers n WHERE n.entry_id = e.id AND NOT n.unconfirmed))
           AND ($11::text IS NULL OR e.awaits_reading = $11)
         ORDER BY e.created_at, e.id LIMIT $6`,
        [
          filter.collectionId ?? null,
          filter.category ?? null,
          filter.state ?? null,
          after?.[0] ?? null,
          after?.[1] ?? null,
          limit + 1,
          seesHidden(actor),
          filter.importId ?? null,
          filter.hasName ?? null,
          filter.hasNumber ?? null,
          filter.awaits ?? null,
        ],
      );
      const seal = await this.keyRing.ofRegistry(manager);
      const page = pageOf(
        rows,
        limit,
        (row) => [row.created_text, row.id],
        (row) => summaryOf(seal, row),
      );
      await this.audit.record(manager, {
        organisationId: actor.organisationId,
        memberId: actor.memberId,
        action: 'entries.listed',
        subjectType: filter.collectionId === undefined ? 'registry' : 'collection',
        ...(filter.collectionId === undefined ? {} : { subjectId: filter.collectionId }),
        detail: { reason, entries: page.items.map((item) => item.id) },
      });
      return page;
    });
  }
}

function summaryOf(seal: Seal, row: EntryRow): EntrySummary {
  const document = blindToFirstReading(openDocument(seal, row), row.awaits_reading);
  const { names, numbers, marks } = document;
  const parts = [names.given, names.father, names.grandfather, names.family, names.mother];
  return {
    id: row.id,
    collection: { id: row.collection_id, title: row.collection_title, kind: row.collection_kind },
    category: row.category,
    state: row.state,
    version: row.version,
    names,
    namePartCount: parts.filter((part) => part !== undefined).length,
    numberCount: numbers.length,
    markCount: marks?.length ?? 0,
  };
}
