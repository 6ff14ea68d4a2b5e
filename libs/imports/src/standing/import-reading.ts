import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { requireRole, type Actor } from '@athar/access';
import {
  Database,
  KeyRing,
  agePageOf,
  agePlaceOf,
  type Page,
  type PageRequest,
} from '@athar/persistence';
import type {
  ImportErrorView,
  ImportState,
  ImportView,
  PreviewedRowView,
  StoredErrorDetail,
} from '../import-view.js';
import { numbersPageOf, numbersPlaceOf } from '../number-page.js';
import { reasonOf } from '../reasons/reason-texts.js';
import type { ReasonLanguage } from '../reasons/reasons-column.js';
import type { ImportKind } from '../target/import-target.js';
import { ImportTargets } from '../target/import-targets.js';
import { errorPlace, type ImportRow } from './import-row.js';
import { ImportViews } from './import-views.js';
import { importColumns, readImport } from './import-state.js';

export interface ImportFilter extends PageRequest {
  kind?: ImportKind | undefined;
  collectionId?: string | undefined;
  state?: ImportState | undefined;
}

export interface ImportErrorFilter extends PageRequest {
  code?: string | undefined;
  /** Of the reasons; English where it is left out. */
  language?: ReasonLanguage | undefined;
}

export interface PreviewFilter extends PageRequest {
  outcome?: PreviewedRowView['outcome'] | undefined;
}

interface ErrorRow {
  row_number: number;
  ordinal: number;
  code: string;
  detail: Buffer;
}

/** How imports stand, and what was wrong with their rows. */
@Injectable()
export class ImportReading {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly targets: ImportTargets,
    private readonly views: ImportViews,
  ) {}

  /** See Imports.list. */
  async list(actor: Actor, filter: ImportFilter): Promise<Page<ImportView>> {
    const kinds = this.kindsFor(actor);
    const { after, limit } = agePlaceOf(filter);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const rows = await manager.query<ImportRow[]>(
        `SELECT ${importColumns} FROM imports i
         WHERE ($1::uuid IS NULL OR i.collection_id = $1) AND ($2::text IS NULL OR i.state = $2)
           AND ($3::text IS NULL OR i.target = $3) AND i.target = ANY($4::text[])
           AND ($5::timestamptz IS NULL OR (i.created_at, i.id) < ($5, $6::uuid))
         ORDER BY i.created_at DESC, i.id DESC LIMIT $7`,
        [
          filter.collectionId ?? null,
          filter.state ?? null,
          filter.kind ?? null,
          kinds,
          after?.at ?? null,
          after?.id ?? null,
          limit + 1,
        ],
      );
      const page = agePageOf(
        rows,
        limit,
        (row) => ({ at: row.created_text, id: row.id }),
        (row) => row,
      );
      return { ...page, items: await this.views.of(manager, actor.organisationId, page.items) };
    });
  }

  /** See Imports.read. */
  async read(actor: Actor, importId: string): Promise<ImportView> {
    this.kindsFor(actor);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const row = await this.readable(manager, actor, importId);
      return this.views.ofOne(manager, actor.organisationId, row);
    });
  }

  /** See Imports.errors. */
  async errors(
    actor: Actor,
    importId: string,
    filter: ImportErrorFilter,
  ): Promise<Page<ImportErrorView>> {
    this.kindsFor(actor);
    const { after, limit } = numbersPlaceOf(filter);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const { target } = await this.readable(manager, actor, importId);
      const { reasons } = this.targets.of(target);
      const rows = await manager.query<ErrorRow[]>(
        `SELECT row_number, ordinal, code, detail FROM import_errors
         WHERE import_id = $1 AND ($2::text IS NULL OR code = $2)
           AND (row_number, ordinal) > ($3::int, $4::int)
         ORDER BY row_number, ordinal LIMIT $5`,
        [importId, filter.code ?? null, ...after, limit + 1],
      );
      const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
      return numbersPageOf(
        rows,
        limit,
        (row) => [row.row_number, row.ordinal],
        ({ row_number, ordinal, code, detail }) => {
          const place = errorPlace(importId, row_number, ordinal);
          const told = { code, ...seal.openJson<StoredErrorDetail>(place, detail) };
          const reason = reasonOf(told, reasons, filter.language ?? 'en');
          return { row: row_number, ...told, reason };
        },
      );
    });
  }

  /** See Imports.preview. */
  async preview(
    actor: Actor,
    importId: string,
    filter: PreviewFilter,
  ): Promise<Page<PreviewedRowView>> {
    this.kindsFor(actor);
    const { after, limit } = numbersPlaceOf(filter);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      await this.readable(manager, actor, importId);
      const rows = await manager.query<PreviewedRowView[]>(
        `SELECT row_number AS row, outcome, fields FROM import_previews
         WHERE import_id = $1 AND ($2::text IS NULL OR outcome = $2) AND row_number > $3
         ORDER BY row_number LIMIT $4`,
        [importId, filter.outcome ?? null, after[0], limit + 1],
      );
      return numbersPageOf(
        rows,
        limit,
        (row) => [row.row, 0],
        (row) => row,
      );
    });
  }

  /** An import that the actor may look at. @throws ImportNotFound, RoleMissing */
  async readable(manager: EntityManager, actor: Actor, importId: string): Promise<ImportRow> {
    const row = await readImport(manager, importId);
    requireRole(actor, ...this.targets.of(row.target).roles.read);
    return row;
  }

  /** The kinds that the actor may look at. @throws RoleMissing where there is none */
  private kindsFor(actor: Actor): ImportKind[] {
    this.targets.requireRoleOfAny(actor, 'read');
    return this.targets
      .all()
      .filter(({ roles }) => roles.read.some((role) => actor.roles.includes(role)))
      .map((target) => target.kind);
  }
}
