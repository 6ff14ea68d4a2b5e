import { Injectable } from '@nestjs/common';
import { requireRole, type Actor } from '@athar/access';
import { ImportNotFound } from '@athar/imports';
import { Database, KeyRing, type Page, type PageRequest } from '@athar/persistence';
import { byAge, cursorMoment, limitOf, momentOf, pageOf, placeOf } from '../page.js';
import { signedChange, toChangeView, type SignedChangeRow } from './hand-changes.js';
import type {
  PhotographChangeView,
  PhotographCounts,
  TitleImportCounts,
} from './photographs-view.js';
import { requireCollection } from './settings-rows.js';

/** How much there is of photographs, and what was done by hand: nothing that names a person. */
@Injectable()
export class PhotographFigures {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
  ) {}

  /** What a collection has. For stewards and coordinators. @throws RoleMissing, CollectionNotFound */
  async ofCollection(actor: Actor, collectionId: string): Promise<PhotographCounts> {
    requireRole(actor, 'steward', 'coordinator');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      await requireCollection(manager, collectionId);
      const [row] = await manager.query<PhotographCounts[]>(
        `SELECT (SELECT count(*)::int FROM photographs WHERE collection_id = $1) AS photographs,
                (SELECT count(*)::int FROM photograph_groups WHERE collection_id = $1) AS groups,
                (SELECT count(*)::int FROM photograph_groups
                 WHERE collection_id = $1 AND cardinality(doubts) > 0) AS "uncertainGroups",
                (SELECT count(DISTINCT entry_id)::int FROM entry_sources
                 WHERE collection_id = $1 AND kind = 'photographs') AS entries`,
        [collectionId],
      );
      return row ?? { photographs: 0, groups: 0, uncertainGroups: 0, entries: 0 };
    });
  }

  /**
   * What became of the photographs that an import named: their groups, and the entries of those that
   * it added, changed or left as they were. For stewards and coordinators.
   *
   * @throws RoleMissing, ImportNotFound
   */
  async ofImport(actor: Actor, importId: string): Promise<TitleImportCounts> {
    requireRole(actor, 'steward', 'coordinator');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const known = await manager.query<unknown[]>(
        `SELECT 1 FROM imports WHERE id = $1 AND target = 'titles'`,
        [importId],
      );
      if (known.length === 0) throw new ImportNotFound();
      const [row] = await manager.query<TitleImportCounts[]>(importCounts, [importId]);
      if (!row) throw new ImportNotFound();
      return row;
    });
  }

  /** Splits and merges of a collection, newest first. For stewards. @throws RoleMissing, InvalidCursor */
  async changes(
    actor: Actor,
    collectionId: string,
    request: PageRequest = {},
  ): Promise<Page<PhotographChangeView>> {
    requireRole(actor, 'steward');
    const limit = limitOf(request);
    const after = placeOf(request.cursor, byAge);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      await requireCollection(manager, collectionId);
      const rows = await manager.query<(SignedChangeRow & { created_text: string })[]>(
        `SELECT ${signedChange}, ${cursorMoment('c.created_at')} AS created_text FROM photograph_changes c
         WHERE c.collection_id = $1
           AND ($2::bigint IS NULL OR (c.created_at, c.id) < (${momentOf('$2')}, $3::uuid))
         ORDER BY c.created_at DESC, c.id DESC LIMIT $4`,
        [collectionId, after?.[0] ?? null, after?.[1] ?? null, limit + 1],
      );
      const seal = await this.keyRing.ofRegistry(manager);
      return pageOf(
        rows,
        limit,
        (row) => [row.created_text, row.id],
        (row) => toChangeView(seal, row),
      );
    });
  }
}

/**
 * An entry was added by the import that wrote the first version of its source, changed by one that wrote a
 * later version; whatever hands made of it since. So every entry is counted once.
 */
const importCounts = `
  WITH named AS (
    SELECT p.id, p.group_id FROM imports i JOIN photographs p ON p.collection_id = i.collection_id
      AND (p.import_id = i.id OR i.id = ANY(p.named_in))
    WHERE i.id = $1
  ), told AS (
    SELECT s.entry_id, bool_or(w.by_this) AS by_this, bool_or(w.by_this AND w.first) AS founded
    FROM (SELECT DISTINCT group_id FROM named) n JOIN photograph_groups g ON g.id = n.group_id
      JOIN entry_sources s ON s.collection_id = g.collection_id AND s.kind = 'photographs'
        AND s.identity = g.identity
      CROSS JOIN LATERAL (
        SELECT v.import_id IS NOT DISTINCT FROM $1 AS by_this,
               v.version = min(v.version) OVER () AS first
        FROM (SELECT s.version, s.import_id UNION ALL
              SELECT e.version, e.import_id FROM entry_source_versions e WHERE e.source_id = s.id) v
      ) w
    GROUP BY s.entry_id
  )
  SELECT (SELECT count(*)::int FROM named) AS photographs,
         (SELECT count(DISTINCT group_id)::int FROM named) AS groups,
         count(*) FILTER (WHERE founded)::int AS "entriesAdded",
         count(*) FILTER (WHERE by_this AND NOT founded)::int AS "entriesChanged",
         count(*) FILTER (WHERE NOT by_this)::int AS "entriesUnchanged",
         ARRAY(SELECT s.entry_id FROM photograph_groups g JOIN entry_sources s
                 ON s.collection_id = g.collection_id AND s.kind = 'photographs' AND s.identity = g.identity
               WHERE g.emptied_by = $1 ORDER BY g.created_at, g.id) AS "entriesKept"
  FROM told`;
