import type { Writable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { Database, KeyRing } from '@athar/persistence';
import { writeRows, type TableFormat } from '@athar/tabular';
import { REGISTRY_COLUMNS } from '../columns.js';
import { openRecord } from '../entry-row.js';
import type { ReadReason } from '../entry-view.js';
import { CollectionNotFound } from '../errors.js';
import { entryCells, type EntryCells } from './entry-cells.js';
import {
  exportSummary,
  exportableRows,
  type EntryPlace,
  type ExportSummary,
} from './exportable-rows.js';

export const exportFormats = ['csv', 'xlsx', 'jsonl'] as const satisfies readonly TableFormat[];
export type ExportFormat = (typeof exportFormats)[number];

export interface ExportRequest {
  format: ExportFormat;
  /** Left out: the whole registry. */
  collectionId?: string | undefined;
  reason: ReadReason;
}

/** How many entries are opened in one transaction. */
const batchSize = 500;

/** Entries on their way out, under the columns that imports know. For stewards. */
@Injectable()
export class EntryExport {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
  ) {}

  /**
   * What an export would hold today, and what it would leave out.
   *
   * @throws RoleMissing, CollectionNotFound
   */
  async summary(actor: Actor, collectionId?: string): Promise<ExportSummary> {
    requireRole(actor, 'steward');
    return this.database.inOrganisation(actor.organisationId, (manager) =>
      summaryOf(manager, collectionId ?? null),
    );
  }

  /**
   * Begins an export: that it was asked for is recorded before the first byte leaves.
   *
   * @returns what it will hold, and the writing of it; how much was written is recorded at its end,
   * also where the stream broke off.
   * @throws RoleMissing, CollectionNotFound
   */
  async begin(
    actor: Actor,
    request: ExportRequest,
  ): Promise<{ summary: ExportSummary; write: (target: Writable) => Promise<void> }> {
    requireRole(actor, 'steward');
    const summary = await this.database.inOrganisation(actor.organisationId, async (manager) => {
      const found = await summaryOf(manager, request.collectionId ?? null);
      await this.record(manager, actor, request, 'entries.export-begun', {
        entries: found.entries,
        ...Object.fromEntries(found.leftOut.map((part) => [part.reason, part.entries])),
      });
      return found;
    });
    return { summary, write: (target) => this.write(actor, request, target) };
  }

  private async write(actor: Actor, request: ExportRequest, target: Writable): Promise<void> {
    const counter = { entries: 0 };
    const rows = this.rows(actor, request.collectionId ?? null, counter);
    let whole = false;
    try {
      await writeRows(target, request.format, REGISTRY_COLUMNS, rows, { forSpreadsheet: true });
      whole = true;
    } finally {
      await this.database.inOrganisation(actor.organisationId, (manager) =>
        this.record(manager, actor, request, 'entries.exported', { ...counter, whole }),
      );
    }
  }

  private async *rows(
    actor: Actor,
    collectionId: string | null,
    counter: { entries: number },
  ): AsyncGenerator<EntryCells> {
    let after: EntryPlace | null = null;
    for (;;) {
      const batch: Batch = await this.batch(actor, collectionId, after);
      for (const cells of batch.cells) {
        counter.entries += 1;
        yield cells;
      }
      if (batch.last === null) return;
      after = batch.last;
    }
  }

  private batch(actor: Actor, collectionId: string | null, after: EntryPlace | null) {
    return this.database.inOrganisation(actor.organisationId, async (manager): Promise<Batch> => {
      const rows = await exportableRows(manager, collectionId, after, batchSize);
      const seal = await this.keyRing.ofRegistry(manager);
      const last = rows.length < batchSize ? undefined : rows.at(-1);
      return {
        cells: rows.map((row) => entryCells(openRecord(seal, row), row.collection_title)),
        last: last === undefined ? null : { createdAt: last.created_text, id: last.id },
      };
    });
  }

  private record(
    manager: EntityManager,
    actor: Actor,
    request: ExportRequest,
    action: string,
    counts: Readonly<Record<string, number | boolean>>,
  ): Promise<void> {
    return this.audit.record(manager, {
      organisationId: actor.organisationId,
      memberId: actor.memberId,
      action,
      subjectType: request.collectionId === undefined ? 'registry' : 'collection',
      ...(request.collectionId === undefined ? {} : { subjectId: request.collectionId }),
      detail: { reason: request.reason, format: request.format, ...counts },
    });
  }
}

interface Batch {
  cells: EntryCells[];
  /** Null after the last entry. */
  last: EntryPlace | null;
}

async function summaryOf(
  manager: EntityManager,
  collectionId: string | null,
): Promise<ExportSummary> {
  if (collectionId !== null) {
    const known = await manager.query<unknown[]>('SELECT 1 FROM collections WHERE id = $1', [
      collectionId,
    ]);
    if (known.length === 0) throw new CollectionNotFound();
  }
  return exportSummary(manager, collectionId);
}
