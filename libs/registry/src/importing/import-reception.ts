import { randomUUID } from 'node:crypto';
import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, IdempotencyLedger, requireRole, type Actor } from '@athar/access';
import { CONFIG, type Config } from '@athar/config';
import { CodedError } from '@athar/diagnostics';
import { Database, KeyRing } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import { openTable, type ByteSource, type Table } from '@athar/tabular';
import { canonicalJson } from '../canonical-json.js';
import { CollectionNotFound } from '../errors.js';
import type { ImportView, NewImport } from '../import-view.js';
import { ColumnMap } from '../reading/column-map.js';
import { applyImportJob } from './apply-import-job.js';
import { Batch } from './batch.js';
import { endReception } from './end-reception.js';
import { fileNamePlace, toImportView } from './import-row.js';
import { endImport, readImport } from './import-state.js';
import { MeteredBytes } from './metered-bytes.js';
import { lockReceiving, stage, type Receiving } from './staging.js';

/** Takes files in: each row checked, good ones staged, bad ones kept apart. */
@Injectable()
export class ImportReception {
  constructor(
    private readonly database: Database,
    private readonly keyRing: KeyRing,
    private readonly audit: AuditTrail,
    private readonly ledger: IdempotencyLedger,
    private readonly jobs: JobProducer,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  /** See Imports.receive. */
  async receive(actor: Actor, request: NewImport, source: ByteSource): Promise<ImportView> {
    requireRole(actor, 'steward');
    await this.requireCollection(actor, request.collectionId);
    const bytes = new MeteredBytes(source, this.config.http.uploadLimitBytes);
    const table = await openTable(bytes, request.format);
    try {
      const columns = new ColumnMap(
        table.columns,
        { ignoreUnknown: request.ignoreUnknown ?? false, mapping: request.mapping ?? {} },
        request.format === 'jsonl',
      );
      const begun = await this.begin(actor, request);
      if (begun.repeated) return await this.view(actor, begun.importId);
      await this.readAll(begun.receiving, table, columns, bytes);
      return await this.view(actor, begun.importId);
    } finally {
      await table.close();
    }
  }

  private async requireCollection(actor: Actor, collectionId: string): Promise<void> {
    const rows = await this.database.inOrganisation(actor.organisationId, (manager) =>
      manager.query<unknown[]>('SELECT 1 FROM collections WHERE id = $1', [collectionId]),
    );
    if (rows.length === 0) throw new CollectionNotFound();
  }

  private begin(actor: Actor, request: NewImport) {
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const importId = randomUUID();
      const { idempotencyKey, ...declared } = request;
      if (idempotencyKey !== undefined) {
        const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
        const digest = seal.digest('idempotency', canonicalJson(declared));
        const idempotent = { key: idempotencyKey, digest };
        const scope = 'imports.create';
        const claim = await this.ledger.claim(manager, actor, scope, idempotent, importId);
        if (claim.repeated) return { repeated: true, importId: claim.resourceId } as const;
      }
      const receiving: Receiving = {
        organisationId: actor.organisationId,
        importId,
        collectionId: request.collectionId,
        registrySeal: await this.keyRing.ofRegistry(manager),
        organisationSeal: await this.keyRing.ofOrganisation(manager, actor.organisationId),
      };
      await insertImport(manager, actor, request, receiving);
      return { repeated: false, importId, receiving } as const;
    });
  }

  private async readAll(
    to: Receiving,
    table: Table,
    columns: ColumnMap,
    bytes: MeteredBytes,
  ): Promise<void> {
    try {
      await this.stageRows(to, table, columns);
      const state = await this.inImport(to, async (manager) => {
        await lockReceiving(manager, to);
        const digest = to.registrySeal.digest('import-file', bytes.digest());
        await manager.query('UPDATE imports SET file_digest = $2 WHERE id = $1', [
          to.importId,
          digest,
        ]);
        return endReception(manager, this.audit, to.importId);
      });
      if (state === 'applying') {
        await this.jobs.addOrLeaveToSweep(...applyImportJob(to.organisationId, to.importId));
      }
    } catch (error) {
      await this.fail(to, error instanceof CodedError ? error.code : 'internal');
      throw error;
    }
  }

  private async stageRows(to: Receiving, table: Table, columns: ColumnMap): Promise<void> {
    let batch = new Batch();
    for await (const row of table.rows) {
      batch.add(row, columns);
      if (!batch.full) continue;
      const full = batch;
      await this.inImport(to, (manager) => stage(manager, to, full));
      batch = new Batch();
    }
    if (batch.rowCount > 0) await this.inImport(to, (manager) => stage(manager, to, batch));
  }

  private inImport<T>(to: Receiving, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.database.inOrganisation(to.organisationId, work);
  }

  private async fail(to: Receiving, code: string): Promise<void> {
    await this.inImport(to, async (manager) => {
      const row = await readImport(manager, to.importId, true);
      if (row.state === 'receiving') {
        await endImport(manager, this.audit, to.importId, 'failed', code);
      }
    });
  }

  private view(actor: Actor, importId: string): Promise<ImportView> {
    return this.database.inOrganisation(actor.organisationId, async (manager) => {
      const seal = await this.keyRing.ofOrganisation(manager, actor.organisationId);
      return toImportView(seal, await readImport(manager, importId));
    });
  }
}

async function insertImport(
  manager: EntityManager,
  actor: Actor,
  request: NewImport,
  { importId, organisationSeal }: Receiving,
): Promise<void> {
  const fileName = request.fileName;
  await manager.query(
    `INSERT INTO imports (id, organisation_id, member_id, collection_id, state, mode, dry_run, format, file_name)
     VALUES ($1, $2, $3, $4, 'receiving', $5, $6, $7, $8)`,
    [
      importId,
      actor.organisationId,
      actor.memberId,
      request.collectionId,
      request.mode,
      request.dryRun,
      request.format,
      fileName === undefined ? null : organisationSeal.seal(fileNamePlace(importId), fileName),
    ],
  );
}
