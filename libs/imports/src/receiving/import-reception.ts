import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { CONFIG, type Config } from '@athar/config';
import { CodedError } from '@athar/diagnostics';
import { Database } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import {
  openTable,
  type ByteSource,
  type ReadOptions,
  type Table,
  type TableFormat,
} from '@athar/tabular';
import { applyImportJob } from '../applying/apply-import-job.js';
import { NoNewPlace } from '../errors.js';
import { ColumnMap } from '../columns/column-map.js';
import type { FileOptions, ImportView, NewImport } from '../import-view.js';
import { datesReadPlace, readAsPlace } from '../standing/import-row.js';
import { ImportScopes } from '../standing/import-scopes.js';
import { endImport, readImport } from '../standing/import-state.js';
import { ImportViews } from '../standing/import-views.js';
import { ImportTargets } from '../target/import-targets.js';
import { Batch, type RowReading } from './batch.js';
import { DatesRead } from './dates-read.js';
import { endReception } from './end-reception.js';
import { ImportBeginning } from './import-beginning.js';
import { MappingChoice, type ChosenMapping } from './mapping-choice.js';
import { MeteredBytes } from './metered-bytes.js';
import { foresee, previewChunk } from './previewing.js';
import { nameOf, readAsOf } from './read-as.js';
import { OpenReceptions } from './open-receptions.js';
import { fileDigest, readToEnd, requireSameFile } from './repeated-file.js';
import { lockReceiving, stage, type Receiving } from './staging.js';

/** Takes files in: each row checked, good ones staged, bad ones kept apart. */
@Injectable()
export class ImportReception {
  constructor(
    private readonly database: Database,
    private readonly audit: AuditTrail,
    private readonly jobs: JobProducer,
    private readonly targets: ImportTargets,
    private readonly beginning: ImportBeginning,
    private readonly choice: MappingChoice,
    private readonly scopes: ImportScopes,
    private readonly receptions: OpenReceptions,
    private readonly views: ImportViews,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** See Imports.receive. */
  receive(actor: Actor, request: NewImport, source: ByteSource): Promise<ImportView> {
    return this.receptions.hold(() => this.receiveHeld(actor, request, source));
  }

  private async receiveHeld(
    actor: Actor,
    request: NewImport,
    source: ByteSource,
  ): Promise<ImportView> {
    const target = this.targets.of(request.kind);
    requireRole(actor, ...target.roles.bring);
    await this.requirePlace(actor, request);
    const bytes = new MeteredBytes(
      source,
      this.config.http.uploadLimitBytes,
      this.receptions.ending,
    );
    const table = await openTable(bytes, request.format, optionsOf(request));
    try {
      const chosen = await this.choice.choose(actor, request, table.columns);
      const columns = this.columnsOf(request, chosen, table);
      const begun = await this.beginning.begin(actor, request, { target, table, chosen });
      if (begun.repeated) return await this.again(actor, begun.importId, table, bytes);
      const { receiving } = begun;
      const seen = new Set(table.columns);
      const { badRowsAs } = request;
      const dates = new DatesRead();
      const manner = { dateOrder: chosen.dateOrder ?? undefined, tellDate: dates.tell };
      await this.readAll(
        receiving,
        table,
        { columns, target, seen, manner, dates, badRowsAs, mappingName: nameOf(request, chosen) },
        bytes,
      );
      return await this.view(actor, begun.importId);
    } finally {
      await table.close();
    }
  }

  /** @throws what the target throws of a place where the file may not go, NoNewPlace */
  private async requirePlace(actor: Actor, request: NewImport): Promise<void> {
    const target = this.targets.of(request.kind);
    const { newPlace, collectionId = null } = request;
    if (newPlace === undefined) {
      await this.database.inOrganisation(actor.organisationId, (manager) =>
        target.requireAllowed(manager, actor, collectionId),
      );
    } else if (target.places === undefined || collectionId !== null) throw new NoNewPlace();
    else target.places.check(newPlace);
  }

  /** @throws IdempotencyKeyReused where it is another file than the first request's */
  private async again(
    actor: Actor,
    importId: string,
    table: Table,
    bytes: MeteredBytes,
  ): Promise<ImportView> {
    await readToEnd(table);
    await this.database.inOrganisation(actor.organisationId, async (manager) => {
      const scope = await this.scopes.of(manager, await readImport(manager, importId));
      await requireSameFile(manager, scope, bytes);
    });
    return this.view(actor, importId);
  }

  private columnsOf(request: NewImport, chosen: ChosenMapping, table: Table): ColumnMap {
    const open = request.format === 'jsonl';
    const words = this.targets.wordsOf(request.kind);
    const columns = new ColumnMap(table.columns, words, chosen, open);
    if (!open) {
      const known = columns.columnsOf(table.columns);
      this.targets.of(request.kind).checkColumns(known, request.newPlace);
    }
    return columns;
  }

  private async readAll(
    to: Receiving,
    table: Table,
    reading: FileReading,
    bytes: MeteredBytes,
  ): Promise<void> {
    const { importId, organisationId, seal } = to.scope;
    try {
      await this.stageRows(to, table, reading, bytes);
      await this.previewRows(to);
      const state = await this.inImport(to, async (manager) => {
        await lockReceiving(manager, importId);
        const digest = fileDigest(seal, bytes);
        // Only now is it sure which columns there are and what the encoding is.
        const open = table.format === 'jsonl';
        const more = open ? [...reading.seen].slice(table.columns.length) : [];
        const found = readAsOf(table, {
          dateOrder: reading.manner.dateOrder ?? null,
          mappingName: reading.mappingName,
          badRowsAs: reading.badRowsAs,
          more,
          foreseen: await foresee(manager, to),
        });
        const readAs = to.organisationSeal.sealJson(readAsPlace(importId), found);
        await manager.query(
          'UPDATE imports SET file_digest = $2, read_as = $3, dates_read = $4 WHERE id = $1',
          [importId, digest, readAs, sealedDates(to, reading.dates)],
        );
        return endReception(manager, this.audit, to);
      });
      if (state === 'applying') {
        await this.jobs.addOrLeaveToSweep(...applyImportJob(organisationId, importId));
      }
    } catch (error) {
      await this.fail(to, error instanceof CodedError ? error.code : 'internal');
      throw error;
    }
  }

  private async stageRows(
    to: Receiving,
    table: Table,
    reading: RowReading,
    bytes: MeteredBytes,
  ): Promise<void> {
    let batch = new Batch();
    for await (const row of table.rows) {
      batch.add(row, reading);
      if (!batch.full) continue;
      const full = batch;
      await this.inImport(to, (manager) => stage(manager, to, full, bytes.count));
      batch = new Batch();
    }
    if (batch.rowCount === 0) return;
    await this.inImport(to, (manager) => stage(manager, to, batch, bytes.count));
  }

  private async previewRows(to: Receiving): Promise<void> {
    if (!to.dryRun) return;
    let after: number | undefined = 0;
    while (after !== undefined) {
      const from: number = after;
      after = await this.inImport(to, (manager) => previewChunk(manager, to, from));
    }
  }

  private inImport<T>(to: Receiving, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.inOrganisation(to.scope.organisationId, work);
  }

  private async fail(to: Receiving, code: string): Promise<void> {
    await this.inImport(to, async (manager) => {
      const row = await readImport(manager, to.scope.importId, true);
      if (row.state === 'receiving') {
        await endImport(manager, this.audit, to.scope.importId, 'failed', code);
      }
    });
  }

  private view(actor: Actor, importId: string): Promise<ImportView> {
    const { organisationId } = actor;
    return this.database.inOrganisation(organisationId, async (manager) =>
      this.views.ofOne(manager, organisationId, await readImport(manager, importId)),
    );
  }
}

/** Whether dates were understood is seen best by the first of them. */
function sealedDates({ scope, organisationSeal }: Receiving, dates: DatesRead) {
  if (dates.all.length === 0) return null;
  return organisationSeal.sealJson(datesReadPlace(scope.importId), dates.all);
}

/** What a file's rows are read with, and what is kept of how that went. */
interface FileReading extends RowReading {
  dates: DatesRead;
  mappingName: string | null;
  badRowsAs: TableFormat | undefined;
}

function optionsOf({ sheet, headerRow, encoding }: FileOptions): ReadOptions {
  return { sheet, headerRow, encoding, needRows: true };
}
