import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, type Actor } from '@athar/access';
import { KeyRing } from '@athar/persistence';
import { MappingNameTaken, MappingNotFound } from '../errors.js';
import type { ImportKind } from '../target/import-target.js';
import { ImportTargets } from '../target/import-targets.js';
import { checkMapping } from './check-mapping.js';
import {
  headersKey,
  mappingColumns,
  mappingPlace,
  toMappingView,
  type MappingRow,
} from './mapping-row.js';
import type { MappingContent, MappingView, NewMapping } from './mapping.js';

/** Saved mappings inside a caller's transaction. */
@Injectable()
export class MappingStore {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
    private readonly targets: ImportTargets,
  ) {}

  /** @throws MappingNotFound */
  async read(manager: EntityManager, actor: Actor, id: string, lock = false): Promise<MappingView> {
    const [row] = await manager.query<MappingRow[]>(
      `SELECT ${mappingColumns} FROM import_mappings m WHERE m.id = $1 ${lock ? 'FOR UPDATE' : ''}`,
      [id],
    );
    if (!row) throw new MappingNotFound();
    return toMappingView(await this.keyRing.ofOrganisation(manager, actor.organisationId), row);
  }

  /** The mapping for files with these headers: the collection's own, else the organisation's; the newest. */
  async find(
    manager: EntityManager,
    actor: Actor,
    place: { kind: ImportKind; collectionId: string | null },
    headers: readonly string[],
  ): Promise<MappingView | undefined> {
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    const [row] = await manager.query<MappingRow[]>(
      `SELECT ${mappingColumns} FROM import_mappings m
       WHERE m.target = $1 AND m.headers_key = $2
         AND (m.collection_id IS NULL OR m.collection_id = $3::uuid)
       ORDER BY m.collection_id IS NULL, m.updated_at DESC, m.id LIMIT 1`,
      [place.kind, headersKey(seal, headers), place.collectionId],
    );
    return row && toMappingView(seal, row);
  }

  /** @throws InvalidMapping, MappingNameTaken */
  async insert(manager: EntityManager, actor: Actor, asked: NewMapping): Promise<MappingView> {
    const content = contentOf(asked);
    checkMapping(content, asked.name, this.targets.wordsOf(asked.kind));
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    const id = randomUUID();
    const inserted = await manager.query<unknown[]>(
      `INSERT INTO import_mappings (id, organisation_id, target, collection_id, name, headers_key, content, created_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`,
      [
        id,
        actor.organisationId,
        asked.kind,
        asked.collectionId ?? null,
        asked.name.trim(),
        headersKey(seal, content.headers),
        seal.sealJson(mappingPlace(id), content),
        actor.memberId,
      ],
    );
    if (inserted.length === 0) throw new MappingNameTaken();
    const view = await this.read(manager, actor, id);
    await this.record(manager, actor, 'import-mapping.saved', view);
    return view;
  }

  /** @throws InvalidMapping, MappingNameTaken */
  async rewrite(manager: EntityManager, actor: Actor, next: MappingView): Promise<MappingView> {
    const content = contentOf(next);
    checkMapping(content, next.name, this.targets.wordsOf(next.kind));
    const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
    const others = await manager.query<unknown[]>(
      `SELECT 1 FROM import_mappings WHERE target = $1 AND collection_id IS NOT DISTINCT FROM $2
         AND name = $3 AND id <> $4`,
      [next.kind, next.collectionId, next.name.trim(), next.id],
    );
    if (others.length > 0) throw new MappingNameTaken();
    await manager.query(
      `UPDATE import_mappings SET name = $2, headers_key = $3, content = $4, version = version + 1,
              updated_at = now()
       WHERE id = $1`,
      [
        next.id,
        next.name.trim(),
        headersKey(seal, content.headers),
        seal.sealJson(mappingPlace(next.id), content),
      ],
    );
    const view = await this.read(manager, actor, next.id);
    await this.record(manager, actor, 'import-mapping.changed', view);
    return view;
  }

  /** Saves under a name whatever is there of that name: for an import that is to be remembered. */
  async keep(manager: EntityManager, actor: Actor, asked: NewMapping): Promise<MappingView> {
    const [known] = await manager.query<{ id: string }[]>(
      `SELECT id FROM import_mappings WHERE target = $1 AND collection_id IS NOT DISTINCT FROM $2
         AND name = $3 FOR UPDATE`,
      [asked.kind, asked.collectionId ?? null, asked.name.trim()],
    );
    if (!known) return this.insert(manager, actor, asked);
    const before = await this.read(manager, actor, known.id);
    return this.rewrite(manager, actor, { ...before, ...contentOf(asked) });
  }

  async delete(manager: EntityManager, actor: Actor, view: MappingView): Promise<void> {
    await manager.query('DELETE FROM import_mappings WHERE id = $1', [view.id]);
    await this.record(manager, actor, 'import-mapping.deleted', view);
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    action: string,
    { id, kind, collectionId, version, headers }: MappingView,
  ): Promise<void> {
    return this.audit.record(manager, {
      organisationId: actor.organisationId,
      memberId: actor.memberId,
      action,
      subjectType: 'import-mapping',
      subjectId: id,
      detail: { kind, collectionId, version, headers: headers.length },
    });
  }
}

function contentOf({ headers, mapping, ignoreUnknown, dateOrder }: MappingContent): MappingContent {
  return { headers, mapping, ignoreUnknown, dateOrder };
}
