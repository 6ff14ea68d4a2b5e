import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AuditTrail, requireRole, type Actor } from '@athar/access';
import { CodedError } from '@athar/diagnostics';
import { Database } from '@athar/persistence';
import { JobProducer } from '@athar/queue';
import { LaterImportsFirst, NothingToCancel, NothingToUndo, UndoneAlready } from '../errors.js';
import type { ImportView } from '../import-view.js';
import type { ImportRow } from '../standing/import-row.js';
import { ImportScopes } from '../standing/import-scopes.js';
import { endImport, importColumns, readImport, recordImport } from '../standing/import-state.js';
import { ImportViews } from '../standing/import-views.js';
import type { ImportUndo } from '../target/import-target.js';
import { ImportTargets } from '../target/import-targets.js';
import { givenUpCodes } from '../standing/given-up.js';
import { applyImportJob } from './apply-import-job.js';

/** Stops imports under way, and takes back what they brought in. */
@Injectable()
export class ImportStopping {
  constructor(
    private readonly database: Database,
    private readonly views: ImportViews,
    private readonly audit: AuditTrail,
    private readonly jobs: JobProducer,
    private readonly targets: ImportTargets,
    private readonly scopes: ImportScopes,
  ) {}

  /** See Imports.cancel. */
  cancel(actor: Actor, importId: string): Promise<ImportView> {
    return this.change(actor, importId, async (manager, row) => {
      if (row.state === 'cancelling') return row;
      if (row.state !== 'receiving' && row.state !== 'applying') throw new NothingToCancel();
      await recordImport(manager, this.audit, row, 'import.cancel-asked', actor.memberId);
      const takeBack = row.state === 'applying' && (await this.mayTakeBack(manager, row));
      if (!takeBack) return endImport(manager, this.audit, importId, 'cancelled');
      return this.begin(manager, importId, 'cancelling');
    });
  }

  /** See Imports.undo. */
  undo(actor: Actor, importId: string): Promise<ImportView> {
    return this.change(actor, importId, async (manager, row) => {
      if (row.state === 'undoing') return row;
      if (row.state === 'undone') throw new UndoneAlready();
      const { undo } = this.targets.of(row.target);
      if (!mayHoldRows(row) || undo === undefined) throw new NothingToUndo();
      await this.requirePossible(manager, actor, row, undo);
      const begun = await this.begin(manager, importId, 'undoing');
      await recordImport(manager, this.audit, row, 'import.undo-asked', actor.memberId);
      return begun;
    });
  }

  /** @throws LaterImportsFirst naming them with their files; what else the target throws */
  private async requirePossible(
    manager: EntityManager,
    actor: Actor,
    row: ImportRow,
    undo: ImportUndo,
  ): Promise<void> {
    try {
      await undo.requirePossible(manager, await this.scopes.of(manager, row), actor);
    } catch (error) {
      if (!(error instanceof LaterImportsFirst)) throw error;
      const later = await manager.query<ImportRow[]>(
        `SELECT ${importColumns} FROM imports i WHERE i.id = ANY($1::uuid[])
         ORDER BY i.created_at DESC, i.id`,
        [error.importIds],
      );
      const told = await this.views.of(manager, row.organisation_id, later);
      throw new LaterImportsFirst(error.importIds, told);
    }
  }

  private async change(
    actor: Actor,
    importId: string,
    work: (manager: EntityManager, row: ImportRow) => Promise<ImportRow>,
  ): Promise<ImportView> {
    this.targets.requireRoleOfAny(actor, 'bring');
    const { before, row, view } = await this.database.inOrganisation(
      actor.organisationId,
      async (manager) => {
        const before = await readImport(manager, importId, true);
        requireRole(actor, ...this.targets.of(before.target).roles.bring);
        const row = await work(manager, before);
        const view = await this.views.ofOne(manager, actor.organisationId, row);
        return { before, row, view };
      },
    );
    if (row.finished_at === null) await this.enqueue(row, before.state === 'failed');
    return view;
  }

  /** @param anew where the import's job was given up before: a person asks for it once more. */
  private async enqueue(row: ImportRow, anew: boolean): Promise<void> {
    const job = applyImportJob(row.organisation_id, row.id);
    const queued = await this.jobs.addOrLeaveToSweep(...job);
    if (!queued || !anew) return;
    const [queue, , { id }] = job;
    if ((await this.jobs.add(...job)) === 'given-up') await this.jobs.retryFailed(queue, id);
  }

  /** Where it must not be taken back, what came in stays: the counts tell how much. */
  private async mayTakeBack(manager: EntityManager, row: ImportRow): Promise<boolean> {
    const { undo } = this.targets.of(row.target);
    if (undo === undefined) return false;
    try {
      await undo.requirePossible(manager, await this.scopes.of(manager, row));
      return true;
    } catch (error) {
      if (error instanceof CodedError && error.kind === 'conflict') return false;
      throw error;
    }
  }

  private async begin(
    manager: EntityManager,
    importId: string,
    state: 'cancelling' | 'undoing',
  ): Promise<ImportRow> {
    await manager.query('DELETE FROM import_rows WHERE import_id = $1', [importId]);
    await manager.query(
      `UPDATE imports SET state = $2, failure_code = NULL, finished_at = NULL, heartbeat_at = now()
       WHERE id = $1`,
      [importId, state],
    );
    return readImport(manager, importId);
  }
}

const halfDone = [givenUpCodes.applying, givenUpCodes.cancelling, givenUpCodes.undoing];

/** True where rows came in and are still there, or some of them are: work that was given up half-way. */
function mayHoldRows({ state, failure_code: code }: ImportRow): boolean {
  return state === 'applied' || (state === 'failed' && halfDone.some((known) => known === code));
}
