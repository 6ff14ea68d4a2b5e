import { Injectable } from '@nestjs/common';
import { requireRole, type Actor } from '@athar/access';
import {
  Database,
  KeyRing,
  agePageOf,
  agePlaceOf,
  type Page,
  type PageRequest,
} from '@athar/persistence';
import { MappingChanged } from '../errors.js';
import type { ImportKind } from '../target/import-target.js';
import { ImportTargets } from '../target/import-targets.js';
import { mappingColumns, toMappingView, type MappingRow } from './mapping-row.js';
import { MappingStore } from './mapping-store.js';
import type { MappingChange, MappingView, NewMapping } from './mapping.js';

export interface MappingFilter extends PageRequest {
  kind: ImportKind;
  /** With those of the whole organisation. */
  collectionId?: string | undefined;
}

/** What headers stand for, kept for the next file: for one collection, or for the whole organisation. */
@Injectable()
export class Mappings {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly targets: ImportTargets,
    private readonly store: MappingStore,
  ) {}

  /**
   * Saves a mapping; for those who may bring such files in.
   *
   * @throws RoleMissing, what the target's requireAllowed throws, InvalidMapping, MappingNameTaken
   */
  save(actor: Actor, asked: NewMapping): Promise<MappingView> {
    const target = this.targets.of(asked.kind);
    requireRole(actor, ...target.roles.bring);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      if (asked.collectionId !== undefined) {
        await target.requireAllowed(manager, actor, asked.collectionId);
      }
      return this.store.insert(manager, actor, asked);
    });
  }

  /** Saved mappings, newest first. @throws RoleMissing, InvalidCursor */
  list(actor: Actor, filter: MappingFilter): Promise<Page<MappingView>> {
    requireRole(actor, ...this.targets.of(filter.kind).roles.read);
    const { after, limit } = agePlaceOf(filter);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const rows = await manager.query<MappingRow[]>(
        `SELECT ${mappingColumns} FROM import_mappings m
         WHERE m.target = $1
           AND ($2::uuid IS NULL OR m.collection_id IS NULL OR m.collection_id = $2)
           AND ($3::timestamptz IS NULL OR (m.created_at, m.id) < ($3, $4::uuid))
         ORDER BY m.created_at DESC, m.id DESC LIMIT $5`,
        [filter.kind, filter.collectionId ?? null, after?.at ?? null, after?.id ?? null, limit + 1],
      );
      const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
      return agePageOf(
        rows,
        limit,
        (row) => ({ at: row.created_text, id: row.id }),
        (row) => toMappingView(seal, row),
      );
    });
  }

  /** One mapping. @throws RoleMissing, MappingNotFound */
  read(actor: Actor, id: string): Promise<MappingView> {
    this.targets.requireRoleOfAny(actor, 'read');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const view = await this.store.read(manager, actor, id);
      requireRole(actor, ...this.targets.of(view.kind).roles.read);
      return view;
    });
  }

  /** Changes a mapping. @throws RoleMissing, MappingNotFound, MappingChanged, InvalidMapping, MappingNameTaken */
  update(
    actor: Actor,
    id: string,
    expectedVersion: number,
    change: MappingChange,
  ): Promise<MappingView> {
    this.targets.requireRoleOfAny(actor, 'bring');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const before = await this.store.read(manager, actor, id, true);
      requireRole(actor, ...this.targets.of(before.kind).roles.bring);
      if (before.version !== expectedVersion) throw new MappingChanged();
      return this.store.rewrite(manager, actor, {
        ...before,
        name: change.name ?? before.name,
        headers: change.headers ?? before.headers,
        mapping: change.mapping ?? before.mapping,
        ignoreUnknown: change.ignoreUnknown ?? before.ignoreUnknown,
        dateOrder: change.dateOrder === undefined ? before.dateOrder : change.dateOrder,
      });
    });
  }

  /** Forgets a mapping. @throws RoleMissing, MappingNotFound, MappingChanged */
  delete(actor: Actor, id: string, expectedVersion: number): Promise<void> {
    this.targets.requireRoleOfAny(actor, 'bring');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const view = await this.store.read(manager, actor, id, true);
      requireRole(actor, ...this.targets.of(view.kind).roles.bring);
      if (view.version !== expectedVersion) throw new MappingChanged();
      await this.store.delete(manager, actor, view);
    });
  }
}
