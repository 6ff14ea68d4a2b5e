import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, type Seal } from '@athar/persistence';
import { ARCHIVE_MAXIMUM_A_DAY, tryPatterns, type Trial } from '@athar/photo-titles';
import { requireKeeper } from '../terms/keeper.js';
import { checkSettings, patternsOf } from './check-settings.js';
import { TitleSettingsChanged } from './errors.js';
import { readSettings } from './settings-rows.js';
import {
  patternsPlace,
  type TitleSettingsChange,
  type TitleSettingsView,
} from './title-settings.js';

/** The patterns that a collection's titles are read with. */
@Injectable()
export class TitlePatternKeeping {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /** For stewards and coordinators. @throws RoleMissing, CollectionNotFound */
  async read(actor: Actor, collectionId: string): Promise<TitleSettingsView> {
    requireRole(actor, 'steward', 'coordinator');
    return this.database.inOrganisation(actor.organisationId, async (manager) =>
      readSettings(manager, await this.keyRing.ofRegistry(manager), collectionId),
    );
  }

  /**
   * Writes the patterns anew; a steward's work. What was grouped before stays so until titles are
   * brought in again: then each is read with the new patterns.
   *
   * @param expectedVersion 1 where there are none yet.
   * @throws RoleMissing, CollectionNotFound, TitleSettingsChanged, TitlePatternRefused
   */
  async save(
    actor: Actor,
    collectionId: string,
    expectedVersion: number,
    change: TitleSettingsChange,
  ): Promise<TitleSettingsView> {
    requireRole(actor, 'steward');
    checkSettings(change);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      await requireKeeper(manager, collectionId);
      const seal = await this.keyRing.ofRegistry(manager);
      const before = await readSettings(manager, seal, collectionId, true);
      if (before.version !== expectedVersion) throw new TitleSettingsChanged();
      return this.write(manager, seal, actor, collectionId, change);
    });
  }

  /** As {@link save}, of checked settings and in the caller's transaction. @param seal the registry's. */
  async write(
    manager: EntityManager,
    seal: Seal,
    actor: Actor,
    collectionId: string,
    change: TitleSettingsChange,
  ): Promise<TitleSettingsView> {
    await writeSettings(manager, seal, actor, collectionId, change);
    const view = await readSettings(manager, seal, collectionId);
    await this.audit.record(manager, {
      organisationId: actor.organisationId,
      memberId: actor.memberId,
      action: 'title-patterns.saved',
      subjectType: 'collection',
      subjectId: collectionId,
      detail: { version: view.version, patterns: view.patterns.length, byFolder: view.byFolder },
    });
    return view;
  }

  /**
   * Tries patterns on examples; nothing is kept.
   *
   * @param patterns those of the collection unless given.
   * @throws RoleMissing, CollectionNotFound, TitlePatternRefused
   */
  async try(
    actor: Actor,
    collectionId: string,
    examples: readonly string[],
    patterns?: readonly string[],
  ): Promise<Trial[]> {
    const settings = await this.read(actor, collectionId);
    const tried = patterns ?? settings.patterns;
    patternsOf(tried);
    return tryPatterns(tried, examples);
  }
}

async function writeSettings(
  manager: EntityManager,
  seal: Seal,
  actor: Actor,
  collectionId: string,
  change: TitleSettingsChange,
): Promise<void> {
  await manager.query(
    `INSERT INTO title_settings (collection_id, patterns, by_folder, assumed_branch, most_a_day, updated_by)
     VALUES ($1, $2, $3, $4, $5, $6)
     ON CONFLICT (collection_id) DO UPDATE SET patterns = excluded.patterns,
       by_folder = excluded.by_folder, assumed_branch = excluded.assumed_branch,
       most_a_day = excluded.most_a_day, updated_by = excluded.updated_by, updated_at = now(),
       version = title_settings.version + 1`,
    [
      collectionId,
      seal.sealJson(patternsPlace(collectionId), change.patterns),
      change.byFolder ?? false,
      change.assumedBranch?.trim() ?? null,
      change.mostADay ?? ARCHIVE_MAXIMUM_A_DAY,
      actor.memberId,
    ],
  );
}
