import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { KeyRing } from '@athar/persistence';
import type { ImportView } from '../import-view.js';
import { ImportTargets } from '../target/import-targets.js';
import { toImportView, type ImportRow } from './import-row.js';
import { stayedViews } from './stayed-views.js';

/** Imports as they are shown. */
@Injectable()
export class ImportViews {
  constructor(
    private readonly keyRing: KeyRing,
    private readonly targets: ImportTargets,
  ) {}

  /** @param manager a transaction of the organisation. */
  async of(
    manager: EntityManager,
    organisationId: string,
    rows: readonly ImportRow[],
  ): Promise<ImportView[]> {
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const closed = await this.exportsClosed(manager, rows);
    const stayed = await stayedViews(manager, seal, rows);
    return rows.map((row) => ({
      ...toImportView(seal, row, closed.get(row.collection_id ?? '') ?? null),
      stayed: stayed.get(row.id) ?? [],
    }));
  }

  async ofOne(manager: EntityManager, organisationId: string, row: ImportRow): Promise<ImportView> {
    const seal = await this.keyRing.ofOrganisation(manager, organisationId);
    const closed = await this.exportsClosed(manager, [row]);
    const stayed = await stayedViews(manager, seal, [row]);
    return {
      ...toImportView(seal, row, closed.get(row.collection_id ?? '') ?? null),
      stayed: stayed.get(row.id) ?? [],
    };
  }

  private async exportsClosed(
    manager: EntityManager,
    rows: readonly ImportRow[],
  ): Promise<Map<string, string>> {
    const closed = new Map<string, string>();
    for (const target of this.targets.all()) {
      const ofKind = rows.filter((row) => row.target === target.kind);
      const ids = new Set(ofKind.flatMap((row) => row.collection_id ?? []));
      if (ids.size === 0) continue;
      const found = (await target.exportsClosed?.(manager, [...ids])) ?? new Map<string, string>();
      for (const [id, why] of found) closed.set(id, why);
    }
    return closed;
  }
}
