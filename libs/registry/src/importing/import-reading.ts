import { Injectable } from '@nestjs/common';
import { requireRole, type Actor } from '@athar/access';
import { Database, KeyRing, type Page, type PageRequest } from '@athar/persistence';
import type { ImportErrorView, ImportState, ImportView } from '../import-view.js';
import { byAge, byNumbers, limitOf, momentOf, pageOf, placeOf } from '../page.js';
import { errorPlace, toImportView, type ImportRow } from './import-row.js';
import { importColumns, readImport } from './import-state.js';

export interface ImportFilter extends PageRequest {
  collectionId?: string | undefined;
  state?: ImportState | undefined;
}

export interface ImportErrorFilter extends PageRequest {
  code?: string | undefined;
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
  ) {}

  /** See Imports.list. */
  async list(actor: Actor, filter: ImportFilter): Promise<Page<ImportView>> {
    requireRole(actor, 'steward', 'coordinator');
    const limit = limitOf(filter);
    const after = placeOf(filter.cursor, byAge);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const rows = await manager.query<ImportRow[]>(
        `SELECT ${importColumns} FROM imports i
         WHERE ($1::uuid IS NULL OR i.collection_id = $1) AND ($2::text IS NULL OR i.state = $2)
           AND ($3::bigint IS NULL OR (i.created_at, i.id) < (${momentOf('$3')}, $4::uuid))
         ORDER BY i.created_at DESC, i.id DESC LIMIT $5`,
        [
          filter.collectionId ?? null,
          filter.state ?? null,
          after?.[0] ?? null,
          after?.[1] ?? null,
          limit + 1,
        ],
      );
      const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
      return pageOf(
        rows,
        limit,
        (row) => [row.created_text, row.id],
        (row) => toImportView(seal, row),
      );
    });
  }

  /** See Imports.read. */
  async read(actor: Actor, importId: string): Promise<ImportView> {
    requireRole(actor, 'steward', 'coordinator');
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const row = await readImport(manager, importId);
      return toImportView(await this.keyRing.ofOrganisation(manager, actor.organisationId), row);
    });
  }

  /** See Imports.errors. */
  async errors(
    actor: Actor,
    importId: string,
    filter: ImportErrorFilter,
  ): Promise<Page<ImportErrorView>> {
    requireRole(actor, 'steward', 'coordinator');
    const limit = limitOf(filter);
    const after = placeOf(filter.cursor, byNumbers);
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      await readImport(manager, importId);
      const rows = await manager.query<ErrorRow[]>(
        `SELECT row_number, ordinal, code, detail FROM import_errors
         WHERE import_id = $1 AND ($2::text IS NULL OR code = $2)
           AND (row_number, ordinal) > ($3::int, $4::int)
         ORDER BY row_number, ordinal LIMIT $5`,
        [importId, filter.code ?? null, after?.[0] ?? 0, after?.[1] ?? -1, limit + 1],
      );
      const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
      return pageOf(
        rows,
        limit,
        (row) => [String(row.row_number), String(row.ordinal)],
        ({ row_number, ordinal, code, detail }) => {
          const place = errorPlace(importId, row_number, ordinal);
          const opened = seal.openJson<Omit<ImportErrorView, 'row' | 'code'>>(place, detail);
          return { row: row_number, code, ...opened };
        },
      );
    });
  }
}
