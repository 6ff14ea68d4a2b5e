import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, IdempotencyLedger, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, type Page, type PageRequest } from '@athar/persistence';
import type { CollectionChange, CollectionView, NewCollection } from './collection.js';
import {
  checkCollection,
  collectionValues,
  toCollectionView,
  type CollectionRow,
} from './collection-row.js';
import { filled } from './filled.js';
import { CollectionChanged, CollectionNotFound } from './errors.js';
import { byAge, cursorMoment, momentOf, limitOf, pageOf, placeOf } from './page.js';
import { Republication } from './republication.js';
import { CollectionOfAnother } from './terms/errors.js';
import { heldBecauseSql } from './terms/held.js';
import { checkAgainstHold, type HoldLiftReason } from './terms/legal-hold.js';

const selected = `
  SELECT c.*, c.embargo_until::text AS embargo_until, ${cursorMoment('c.created_at')} AS created_text,
         c.organisation_id = current_organisation() AS own, ${heldBecauseSql} AS held_because,
         (SELECT count(*) FROM entries e WHERE e.collection_id = c.id AND e.removed_at IS NULL) AS entries
  FROM collections c`;

/** The sources of entries and what their custodians allow. */
@Injectable()
export class Collections {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
    private readonly ledger: IdempotencyLedger,
    private readonly republication: Republication,
  ) {}

  /**
   * Adds a collection; a steward's work.
   *
   * @throws RoleMissing, InvalidCollection, IdempotencyKeyReused
   */
  async create(
    actor: Actor,
    collection: NewCollection,
    idempotencyKey?: string,
  ): Promise<CollectionView> {
    requireRole(actor, 'steward');
    checkCollection(collection);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const id = randomUUID();
      if (idempotencyKey !== undefined) {
        const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
        const digest = seal.digest('idempotency', JSON.stringify(collection));
        const claimed = await this.ledger.claim(
          manager,
          actor,
          'collections.create',
          { key: idempotencyKey, digest },
          id,
        );
        if (claimed.repeated) return this.readOne(manager, claimed.resourceId);
      }
      return this.insert(manager, actor, id, collection);
    });
  }

  /** As {@link create}, under an id of the caller's and in her transaction. */
  async insert(
    manager: EntityManager,
    actor: Actor,
    id: string,
    collection: NewCollection,
  ): Promise<CollectionView> {
    await manager.query(
      `INSERT INTO collections (id, created_by, kind, title, date_range, custodian,
                                may_match, may_disclose, embargo_until, legal_hold,
                                number_window_days, published_open)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, collection_open($7, $9))`,
      [id, actor.memberId, collection.kind, ...collectionValues(collection)],
    );
    const view = await this.readOne(manager, id);
    await this.record(manager, actor, 'collection.created', view);
    return view;
  }

  /** Collections, newest first. For stewards and coordinators. @throws RoleMissing, InvalidCursor */
  async list(actor: Actor, request: PageRequest = {}): Promise<Page<CollectionView>> {
    requireRole(actor, 'steward', 'coordinator');
    const limit = limitOf(request);
    const after = placeOf(request.cursor, byAge);
    const rows = await this.database.inOrganisation(actor.organisationId, (manager) =>
      manager.query<CollectionRow[]>(
        `${selected}
         WHERE $1::bigint IS NULL OR (c.created_at, c.id) < (${momentOf('$1')}, $2::uuid)
         ORDER BY c.created_at DESC, c.id DESC LIMIT $3`,
        [after?.[0] ?? null, after?.[1] ?? null, limit + 1],
      ),
    );
    return pageOf(rows, limit, (row) => [row.created_text, row.id], toCollectionView);
  }

  /** One collection. For stewards and coordinators. @throws RoleMissing, CollectionNotFound */
  async read(actor: Actor, id: string): Promise<CollectionView> {
    requireRole(actor, 'steward', 'coordinator');
    return this.database.inOrganisation(actor.organisationId, (manager) =>
      this.readOne(manager, id),
    );
  }

  /**
   * Changes terms and labels; a steward's work, in the organisation that keeps the collection. Where
   * the change makes entries matchable or takes that away, the matcher hears of it.
   *
   * @throws RoleMissing, CollectionNotFound, CollectionOfAnother, CollectionChanged,
   * InvalidCollection; UnderLegalHold, HoldReasonMissing
   */
  async update(
    actor: Actor,
    id: string,
    expectedVersion: number,
    change: CollectionChange,
  ): Promise<CollectionView> {
    requireRole(actor, 'steward');
    checkCollection(change);
    const view = await this.database.inOrganisation(actor.organisationId, async (manager) => {
      const before = await this.readOne(manager, id, true);
      if (!before.own) throw new CollectionOfAnother();
      if (before.version !== expectedVersion) throw new CollectionChanged();
      const { holdLiftedBecause, ...changed } = change;
      const wanted = { ...before, ...filled(changed) };
      checkAgainstHold(before, wanted, holdLiftedBecause);
      await manager.query(
        `UPDATE collections SET title = $2, date_range = $3, custodian = $4, may_match = $5,
                may_disclose = $6, embargo_until = $7, legal_hold = $8, number_window_days = $9,
                version = version + 1, updated_at = now()
         WHERE id = $1`,
        [id, ...collectionValues(wanted)],
      );
      const after = await this.readOne(manager, id);
      const lifted = before.legalHold && !after.legalHold ? holdLiftedBecause : undefined;
      await this.record(manager, actor, 'collection.updated', after, lifted);
      return after;
    });
    await this.republication.republishIfStale(actor.organisationId, id);
    return view;
  }

  private async readOne(manager: EntityManager, id: string, lock = false): Promise<CollectionView> {
    const [row] = await manager.query<CollectionRow[]>(
      `${selected} WHERE c.id = $1 ${lock ? 'FOR NO KEY UPDATE OF c' : ''}`,
      [id],
    );
    if (!row) throw new CollectionNotFound();
    return toCollectionView(row);
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    action: string,
    view: CollectionView,
    holdLiftedBecause?: HoldLiftReason,
  ) {
    return this.audit.record(manager, {
      organisationId: actor.organisationId,
      memberId: actor.memberId,
      action,
      subjectType: 'collection',
      subjectId: view.id,
      detail: {
        version: view.version,
        mayMatch: view.mayMatch,
        mayDisclose: view.mayDisclose,
        embargoUntil: view.embargoUntil,
        legalHold: view.legalHold,
        ...(holdLiftedBecause === undefined ? {} : { holdLiftedBecause }),
      },
    });
  }
}
